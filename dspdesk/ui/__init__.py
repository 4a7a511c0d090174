"""The windows. They know the desk, the queries and the procedures; of the store they know nothing."""

from dspdesk.ui.singletons import make_immortal

make_immortal()
