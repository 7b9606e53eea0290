"""The kinds of activity, by the labels of the understanding, and what the agreement counts of them."""

from collections.abc import Mapping

ACTIVITIES = (
    "koken",
    "tuin",
    "klussen",
    "taal",
    "formulieren",
    "computerhulp",
    "fietsen",
    "schoonmaak",
    "inloop",
    "ontbijt",
    "handwerken",
    "schuldhulp",
    "sollicitatie",
    "kinderen",
    "bestuur",
    "sleutel",
)

# The agreement of 2020 names under PROCES what belongs to each: to meeting "babbeluur, inloop, eettafel,
# ontbijt/lunchcafé, handwerken", to Dutch "oefenen met praten, lezen, schrijven en huiswerkbegeleiding". Activities for
# children it does not name: who takes part in them is counted in the total alone.
INDICATOR_OF: Mapping[str, str] = {
    "koken": "meeting",
    "inloop": "meeting",
    "ontbijt": "meeting",
    "handwerken": "meeting",
    "computerhulp": "computer",
    "taal": "dutch",
    "formulieren": "forms",
    "schuldhulp": "debt",
    "sollicitatie": "job_search",
}
"""For which of the agreement's indicators of unique people an activity's participants count; others for none."""

# "kleine reparaties aan/om de woning, tuindienst, repareren fietsen, schoonmaken ruimtes"
KLUS_ACTIVITIES = frozenset({"klussen", "tuin", "fietsen", "schoonmaak"})
"""Activities that the agreement counts by klussen done, not by people."""
