class ParseBackError(Exception):
    reason = ""
    content = b""


def single_line(text: str) -> str:
    return text
