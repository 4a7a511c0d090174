"""The recovery key on paper: 256 bits in 13 groups of four letters, each with a check letter of its own.

Crockford's alphabet leaves out letters that are taken for others when typed from paper.
"""

from dspdesk.store.errors import StoreUnavailable

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TAKEN_FOR = str.maketrans(
    "OILUАВЕЗІКМНОРСТУХ", "011VABE31KMH0PCTYX"
)  # Cyrillic twins too: the layout is often left on
GROUPS = 13
_KEY_BITS = 256
_GROUP = 4


def to_groups(key: bytes) -> tuple[str, ...]:
    """The key as it is printed: 13 groups of four letters and their check letter."""
    number = int.from_bytes(key, "big") << (GROUPS * _GROUP * 5 - _KEY_BITS)
    letters = [_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(GROUPS * _GROUP))]
    groups = ("".join(letters[start : start + _GROUP]) for start in range(0, len(letters), _GROUP))
    return tuple(group + _check(place, group) for place, group in enumerate(groups))


def from_groups(typed: str) -> bytes:
    """The key from what was typed, in any case and spacing; names the first wrong group.

    Raises `StoreUnavailable` with "recovery_count" or "recovery_wrong".
    """
    letters = "".join(char for char in typed.upper().translate(_TAKEN_FOR) if char.isalnum())
    groups = [letters[start : start + _GROUP + 1] for start in range(0, len(letters), _GROUP + 1)]
    for place, group in enumerate(groups[:GROUPS]):
        if (
            len(group) != _GROUP + 1
            or not set(group) <= set(_ALPHABET)
            or _check(place, group[:-1]) != group[-1]
        ):
            raise StoreUnavailable("recovery_wrong", group=place + 1)
    if len(groups) != GROUPS:
        raise StoreUnavailable("recovery_count", expected=GROUPS, given=len(groups))
    number = 0
    for char in "".join(group[:-1] for group in groups):
        number = number << 5 | _ALPHABET.index(char)
    return (number >> (GROUPS * _GROUP * 5 - _KEY_BITS)).to_bytes(_KEY_BITS // 8, "big")


def _check(place: int, group: str) -> str:
    """A letter that no longer fits when a letter is mistyped, two neighbours change places or two groups do.

    A remainder by x in the field of 32 elements: sums modulo 32 cannot tell every pair of neighbours apart.
    """
    rest = 0
    for char in group:
        rest = _times_x(rest ^ _ALPHABET.index(char))
    return _ALPHABET[rest ^ place]


def _times_x(element: int) -> int:
    """An element times x, in the field of 32 elements by x⁵ + x² + 1."""
    return element << 1 ^ (0b100101 if element & 16 else 0)
