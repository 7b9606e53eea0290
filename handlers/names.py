"""Names that are given: what to call somebody, however they say it, and what to call a group."""

import re

LONGEST = 40
_LEAD = re.compile(
    r"(?:hoi|hallo|hi|hello|hey)?[,!. ]*"
    r"(?:mijn (?:voor)?naam is|ik heet|ik ben|my (?:first )?name is|i am|i'm|call me|benim adım|adım|ismim|"
    r"اسمي|أنا|انا|мене звати|мене звуть|я)\s+",
    re.IGNORECASE,
)


def name_in(text: str) -> str | None:
    """The name in an answer to "Hoe heet je?"; None when it cannot be one."""
    said = " ".join(text.split())
    name = _LEAD.sub("", said, count=1) if _LEAD.match(said) else said
    name = name.strip(" .,!")
    fits = 0 < len(name) <= LONGEST and any(letter.isalpha() for letter in name)
    return name if fits and not any(sign.isdigit() or sign in "/@:?" for sign in name) else None


def group_name_in(text: str) -> str | None:
    """The name of a group in an answer; None when it cannot be one."""
    name = " ".join(text.split()).strip(" .,!?:;\"'“”‘’")
    fits = 0 < len(name) <= LONGEST and name.isprintable() and any(letter.isalpha() for letter in name)
    return name if fits and not name.startswith("/") else None
