"""Names and titles as users and attackers choose them; our own collection."""

from __future__ import annotations

_LONG = "Quarterly planning and budget review of the northern region "

NAUGHTY = [
    # Ends of lines, as far as anything takes them for such
    "Report\r\nBcc: victim@example.org",
    "Report\nBcc: victim@example.org",
    "Report\rBcc: victim@example.org",
    "Report\r\n\r\n<html>body</html>",
    "Report\r\n.\r\nMAIL FROM:<evil@example.org>",
    "Report\u2028Bcc: victim@example.org",
    "Report\u2029Bcc: victim@example.org",
    "Report\x0bBcc: x\x0cCc: y\x85To: z",
    "\r\n",
    "\r\n \r\n\t",
    "tab\tand\0nul\x1bescape\x7fdelete",
    # Long names with what separates mailboxes
    "victim@example.org, evil" + "." * 70 + "(long)",
    '"' + _LONG * 3 + '" <victim@example.org>, ',
    _LONG * 10,
    "x" * 1200,
    ", " * 100,
    "a@b.test," * 40,
    # Brackets, quotes, comments, groups
    "<victim@example.org>",
    "Ann <ann@example.org>, Bob <bob@example.org>",
    "Team: ann@example.org, bob@example.org;",
    'quote " and \\ backslash',
    '"already quoted"',
    '"',
    "\\",
    '\\"',
    "(comment (nested)) name",
    "unbalanced ( and < and [",
    ";:,@",
    "semi;colon",
    # What looks like encoded words, and is not
    "=?utf-8?q?fake?=",
    "=?utf-8?Q?a=0D=0ABcc:_evil=40x.test?=",
    "=?utf-8?B?DQpCY2M6IGV2aWxAeC50ZXN0?=",
    "before =?utf-8?q?fake?= after",
    "=?=?=?=?",
    "=?utf-8?q?" + "x" * 100,
    "?= =?",
    # Scripts, directions, and what is invisible
    "Ana María Núñez",
    "山田 太郎のサイト",
    "ｱｲｳｴｵ ﾊﾞﾋﾞﾌﾞ",
    "Жанна д’Арк",
    "مرحبا بكم في الموقع",
    "\u202eevil\u202c Report",
    "\u2066left\u2069 right",
    "שלום (abc) עולם",
    "👩‍👩‍👧‍👦 family 🏳️‍🌈" * 8,
    "e\u0301" * 60,
    "zero\u200bwidth\u00a0space\ufeff",
    "half \ud83d pair",
    "\ud800",
    "㈱①髙―～",
    "똠방각하",
    "𠮷野家",
    # Nothing, and nearly nothing
    "",
    " ",
    ".",
    "-",
    "0",
    "NIL",
    "$(whoami) `id` %s %n {0}",
]
