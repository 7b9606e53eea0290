"""Everything that people are promised has a story: a story says with "# dekt:" what it covers."""

import re

from tests.transcripts.test_stories import STORIES

PROMISES = {
    "joining": "start-uitnodiging taal-bij-meedoen toestemming geen-toestemming naam snel-meedoen "
    "typen-in-plaats-van-knoppen uitnodiging-groepstrekker uitnodiging-verlopen verzoek-meedoen zonder-uitnodiging "
    "toelaten weigeren uitnodigen uitnodigen-groepstrekker intrekken html-in-namen",
    "logging": "duur kloktijden twee-in-een dagen typefout engels knoppen zelfde-als-vorige-keer "
    "stap-overslaan-door-typen vraagt-aantal vraagt-keuze vraagt-dag niets-twijfelachtigs vraag-laten-zitten "
    "iets-anders-tussendoor zonder-groep onbekend-woord toekomst onmogelijke-datum klok-verzet na-middernacht "
    "twee-kamers vraag-na-dagen",
    "learned words and other languages": "geleerd-woord geleerd-woord-terugnemen turks arabisch oekraiens gemengd "
    "vraagt-vaag vraagt-te-lang vraagt-niet-positief vraagt-begin vraagt-eind vraagt-lang-geleden",
    "never the wrong hours": "meer-mensen naam-blijft iemand-zonder-recht nee-gaat-over-jezelf antwoord-met-uren "
    "antwoord-op-weggehaald typ-meer wie-weg-is toekomst-in-correctie groep-van-andere-kamer",
    "told apart": "iemand-anders-tussendoor muren-tussen-kamers groepstrekker-alleen-eigen-groep namen naam-veranderen "
    "nieuw-of-in-plaats-daarvan dag-gevraagd-en-getypt laten-varen knoppen-typen wachtende-uren",
    "limits": "dag-boven-12 dag-boven-16 wachten-op-coordinator goedkeuren afwijzen ouder-dan-31-dagen "
    "ouder-dan-92-dagen dubbel overlap",
    "correcting": "klopt-niet bericht-bewerken antwoord-op-echo nee-2-uur verwijder-de-laatste het-was-dinsdag "
    "correctie-van-een-dag "
    "welke-uren correctie-te-veel voor-een-ander groepstrekker-voor-lid bezwaar bezwaar-weghalen "
    "corrigeren-voor-een-ander dezelfde-naam",
    "my hours": "mijn-uren tempo jaarplaatje",
    "who took part": "opkomst opkomst-nieuw opkomst-welke-groep opkomst-hoeveel opkomst-namen opkomst-zonder-trekkers "
    "korte-naam opkomst-nieuw-klopt-niet naam-botst naam-typefout naam-een-ander namen-aanvinken namen-in-bladzijden "
    "namen-getypt opkomst-klopt-niet opkomst-nee-17 opkomst-bewerken opkomst-antwoord opkomst-weghalen opkomst-dubbel "
    "opkomst-tweede-keer opkomst-wie-mag-wat namen-van-andere-kamer gasten-bij-uren opkomst-engels "
    "opkomst-in-groepschat opkomst-typend opkomst-wie-toch deelnemers deelnemer-zoeken deelnemers-niet-voor-iedereen "
    "deelnemer-andere-groep deelnemers-samenvoegen samenvoegen-terug deelnemer-naam-veranderen deelnemer-wissen "
    "deelnemers-twee-kamers",
    "the clock": "weektotaal weektotaal-gewijzigd na-storing mijlpaal herinnering niets-te-melden herinnering-stil "
    "weekbericht weekbericht-knoppen weekbericht-wacht weekbericht-zakt weekbericht-details-verder "
    "herinnering-sturen zonder-afspraak instellingen-per-kamer stille-uren "
    "klok-verzet-en-weektotaal niets-deze-week even-pauze vakantie",
    "regular work": "vast-werk vast-ja vast-anders vast-nee vast-zonder-antwoord vast-lijst vast-getypt "
    "vast-al-genoteerd vast-pauze vast-na-storing vast-stil vast-een-voor-een vast-veranderen vast-stoppen "
    "vast-vraagt-wat-mist vast-klopt-niet vast-engels vast-van-een-ander vast-tijd-bekend "
    "vast-twee-kamers vast-en-weggaan vast-en-ziek",
    "time that runs": "begin-klaar begin-met-groep begin-zonder-groep begin-eerder tweede-begin klaar-zonder-begin "
    "klaar-met-uitleg stop-maakt-af klaar-met-knop uren-terwijl-tijd-loopt vergeten-klaar vergeten-antwoord-avond "
    "vergeten-antwoord-ochtend nog-bezig vergeet-het vergeten-getypt vergeten-zonder-antwoord over-middernacht "
    "klok-verzet-tijd tijd-te-lang tijd-en-grenzen tijd-engels "
    "klaar-tijd-of-klus tijd-twee-kamers tijd-in-groepschat",
    "totals": "groep-cijfers groep-plaatje groep-cijfers-in-groepschat groep-cijfers-twee-kamers hoeveel-klussen "
    "hoeveel-groepen hoeveel-deelnemers weekbericht-groepen-en-klussen weektotaal-groepstrekker "
    "opkomst-in-cijfers unieke-deelnemers groep-nieuw weektotaal-trekker-zonder-uren",
    "help": "help help-engels mens antwoord-van-coordinator mijn-gegevens vergeet-mij stop uitschrijven berichten-aan "
    "taal-kiezen praatjes noodkreet",
    "tallies": "telling-doorverwijzing telling-doet-mee telling-stage-werk-nieuw telling-overzicht telling-instantie "
    "telling-al-geteld telling-vraag-laten-zitten telling-partner telling-verbeteren telling-engels",
    "surveys": "enquete-openen enquete-antwoorden enquete-overslaan enquete-stoppen enquete-sluiten enquete-te-weinig "
    "enquete-iets-anders enquete-oude-knop enquete-bewerken enquete-antwoord-op-vraag enquete-link "
    "enquete-zonder-account enquete-taal enquete-dubbel enquete-partners enquete-herinnering enquete-voorbij "
    "enquete-twee-keer enquete-rechten enquete-twee-kamers enquete-engels",
    "dated facts": "sleutel-geven sleutel-terug sleutel-bevestigen sleutel-zonder-chat vereniging-lid "
    "vereniging-zelfde vereniging-klopt-niet",
    "people without chat": "zonder-chat-toevoegen zonder-chat-uren zonder-chat-bij-uren zonder-chat-wissen "
    "zonder-chat-naam zonder-chat-engels eerste-contact eerste-contact-bezwaar eerste-contact-andere-weg "
    "eerste-contact-een-ander eerste-contact-rechten eerste-contact-nee eerste-contact-bestaand-lid "
    "eerste-contact-veel-uren uren-tijdens-blokkeren",
    "members": "leden-coordinator leden-groepstrekker leden-zoeken leden-verkeerde-rechten lid-groepen lid-trekker "
    "lid-uit-kamer laatste-coordinator personen-samenvoegen personen-samenvoegen-dubbele-dag "
    "personen-samenvoegen-twee-accounts personen-samenvoegen-andere-kamer uitnodiging-trekker-zonder-groep",
    "reports": "rapport-voortgang rapport-andere-vorm rapport-opnieuw rapport-voor-coordinator rapport-als-werkboek "
    "rapport-afsluiten rapport-voorlopig rapport-na-correctie rapport-twee-keer-afsluiten rapport-toelichten "
    "toelichting-overslaan toelichting-te-lang toelichting-bewerken toelichting-zelfde toelichting-lijst rapport-eind "
    "aftellen aftellen-knoppen aftellen-na-storing overleg-vooraf overleg-instellen "
    "maand-van-groep maand-van-groep-in-groepschat maand-na-storing "
    "rapport-volgens-afspraak rapport-corporatie rapport-twee-kamers rapport-zonder-afspraak rapport-engels "
    "rapport-andere-kamer",
    "making and changing groups": "groep-maken groep-naam-dubbel groep-soort-werk groep-hernoemen groep-andere-namen "
    "groep-dagen groep-trekkers groep-sluiten groep-heropenen groepen-samenvoegen groep-verkeerde-rechten "
    "groepen-twee-kamers groepen-engels groep-geschiedenis groepen-uit-elkaar",
    "klussen": "klus-adres-alleen-doener klus-adres-weg klus-al-klaar klus-andere-kamer klus-bewerken "
    "klus-corporatie klus-correctie klus-dezelfde klus-dubbel klus-engels klus-foto klus-geen-klus "
    "klus-gegevens klus-geven klus-grenzen klus-groepschat klus-is-dit-klus klus-klaar "
    "klus-klaar-knop klus-lijst klus-meteen klus-nemen klus-nummer klus-onbekende-naam "
    "klus-ook-meegedaan klus-samen-met-knoppen klus-toch-niet klus-twee-helpers klus-twee-kamers "
    "klus-typen klus-uren-weg klus-vergeten klus-verkeerde-persoon klus-vervalt klus-vragen klus-wie "
    "klus-zonder-chat klus-zonder-chat-toevoegen klus-met-z-n-tweeen "
    "klus-foto-zien klus-of-iets-anders klus-corporatie-genoemd",
    "the figures of the agreement": "overzicht cijfer-openen cijfer-waarom cijfer-grafiek cijfer-getypt "
    "cijfer-invullen cijfer-bladeren cijfer-soorten overzicht-rechten overzicht-twee-kamers overzicht-engels "
    "overzicht-zonder-afspraak overzicht-vorig-jaar",
    "bad input": "leeg tienduizend-tekens alleen-emoji foto sticker spraakbericht locatie contact bestand doorgestuurd "
    "opdracht-onzin knop-andere-kamer oude-knop twee-keer-drukken knop-van-een-ander twee-tegelijk volgorde "
    "drie-dagen-later geblokkeerd blokkeren-gemeld lange-namen",
    "group chats": "groepschat groepschat-koppelen groepschat-ziet-weinig groepschat-eruit groepschat-supergroep "
    "groepschat-verslag groepschat-ik-ook groepschat-door-elkaar",
    "results": "resultaat-invullen resultaat-verbeteren resultaat-wie resultaat-twee-kamers resultaat-engels "
    "resultaat-vorig-jaar resultaat-oordeel resultaat-aangemeld uren-en-euros",
    "the desk": "instellingen instellingen-samen instellingen-wie instellingen-twee-kamers alle-uren-goedkeuren "
    "alle-uren-groepschat "
    "aanvragen aanvragen-meedoen aanvragen-vraag aanvragen-uren aanvragen-bezwaar aanvragen-woord aanvragen-sleutel "
    "aanvragen-namen aanvragen-wie aanvragen-oud aanvragen-tussendoor aanvragen-twee-kamers "
    "vrijwilligers vrijwilligers-zoeken vrijwilligers-wie vrijwilliger-uren vrijwilliger-pauze vrijwilliger-rol "
    "vrijwilliger-sleutel vrijwilligers-bladzijden vrijwilligers-twee-kamers vrijwilligers-engels "
    "vrijwilliger-uren-bladzijden bureau-in-woorden",
    "telling for a group": "samen-gewerkt samen-namen samen-namen-in-bericht samen-door-vrijwilliger "
    "samen-verkeerde-naam samen-bezwaar samen-niet-dubbel samen-na-vraag samen-stil "
    "samen-zonder-mij",
}


def test_every_promise_has_a_story_and_every_story_a_promise() -> None:
    promised = {promise for promises in PROMISES.values() for promise in promises.split()}
    told: set[str] = set()
    for path in STORIES:
        covers = re.search(r"^# dekt: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert covers, f"{path.name} does not say what it covers"
        told.update(covers[1].split(", "))
    assert promised - told == set(), "promised, but told in no story"
    assert told - promised == set(), "told in a story, but not in the list of promises"
