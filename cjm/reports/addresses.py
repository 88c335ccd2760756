"""Names of files as relative addresses, which lead nowhere but to a file below."""

from urllib.parse import quote


def address(file: str) -> str:
    """The name with `/` between folders and everything else that an address could obey written as `%3A`."""
    try:
        data = file.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a pair, which no disk gives
        data = file.encode("utf-8", "replace")
    return quote(data, safe="/").lstrip("/")
