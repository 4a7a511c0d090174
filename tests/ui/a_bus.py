"""A bus with a logind of its own, for `test_lock`: prints what the program hears of each signal."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVariant, QDBusVirtualObject

from dspdesk.ui.session_bus import SessionBus

MANAGER, SESSION = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
LOGIND, PROPERTIES = "org.freedesktop.login1", "org.freedesktop.DBus.Properties"


class Logind(QDBusVirtualObject):
    """Knows of one session, and whether it has the screen."""

    active = True

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802 - Qt's name
        answers = {"GetSession": QDBusObjectPath(SESSION), "Get": QDBusVariant(self.active)}
        return connection.send(message.createReply(answers[message.member()]))


def wait() -> None:
    """Let both sides of the bus work."""
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()


def main() -> None:
    """Each signal in turn."""
    application = QCoreApplication([])
    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    theirs = QDBusConnection.connectToBus(address, "theirs")
    logind = Logind()
    theirs.registerService(LOGIND)
    theirs.registerVirtualObject(MANAGER, logind, QDBusConnection.VirtualObjectRegisterOption.SubPath)
    ours = QDBusConnection.connectToBus(address, "ours")
    bus, heard = SessionBus(ours, ours), []
    bus.left.connect(lambda: heard.append("left"))
    wait()

    def signal(what: str, path: str, interface: str, name: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        theirs.send(message)
        wait()
        print(" ".join([f"{what}:", *heard]))
        heard.clear()

    changed = (SESSION, PROPERTIES, "PropertiesChanged", f"{LOGIND}.Session", {}, [])
    signal("sleep begins", MANAGER, f"{LOGIND}.Manager", "PrepareForSleep", True)
    signal("sleep ends", MANAGER, f"{LOGIND}.Manager", "PrepareForSleep", False)
    signal("another session is locked", f"{SESSION}0", f"{LOGIND}.Session", "Lock")
    signal("this session is locked", SESSION, f"{LOGIND}.Session", "Lock")
    signal("the screen saver comes", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)
    signal("the session is told something", *changed)
    logind.active = False
    signal("the session lost the screen", *changed)
    application.quit()


if __name__ == "__main__":
    main()
