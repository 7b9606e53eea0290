command-groepen = groepen maken en wijzigen
command-name-groepen = groepen

groups-for-coordinators = Alleen de coördinator kan groepen maken of wijzigen.
groups-for-coordinators-leader =
    Alleen de coördinator kan groepen maken of wijzigen.
    De mensen van jouw groep vind je met /leden.
ask-which-group-to-see = Dit zijn jullie groepen. Welke wil je zien?
ask-which-closed-group = Deze groepen zijn gesloten. Welke wil je zien?
no-groups = Er zijn nog geen groepen.
button-new-group = Nieuwe groep
button-closed-groups = Gesloten groepen
group-not-yours = Deze groep kun jij niet wijzigen. Er is niets veranderd.
group-unknown = Een groep <i>{ $name }</i> ken ik niet. Typ /groepen voor de lijst.

group-card = <b>{ $name }</b>
group-card-closed = Deze groep is gesloten.
group-card-no-kind = Soort werk: nog niet gekozen.
group-card-kind = Soort werk: { $kind }.
group-card-kind-counts = Soort werk: { $kind }. Telt mee voor { $indicator }.
group-card-aliases = Ook wel: { $names }
group-card-leaders = Trekkers: { $names }
group-card-no-leaders = Er is nog geen trekker.
group-card-members = { $count ->
    [0] Er zijn nog geen leden.
    [one] 1 lid: { $names }
   *[other] { $count } leden: { $names }
}
group-card-others = { $count ->
    [one] nog 1
   *[other] nog { $count }
}
group-card-days = Vaste dagen: { $days }.
group-card-active = Laatst actief: { $day }.
group-card-silent = Er is nog niets genoteerd.

button-group-name = Naam
button-group-aliases = Andere namen
button-group-kind = Soort werk
button-group-leaders = Trekkers
button-group-days = Dagen
button-group-merge = Samenvoegen
button-group-close = Sluiten
button-group-open = Weer openen
button-group-part = Weer uit elkaar
group-parted = { $group } staat weer los van { $target }.
told-group-parted = { $name } heeft { $group } en { $target } weer uit elkaar gehaald.
group-history-parted = weer los van { $value }
button-group-history = Geschiedenis
group-history = Gewijzigd bij { $name }:
group-history-line = { $day }, { $name }: { $what }
group-history-made = groep gemaakt
group-history-name = heet nu { $value }
group-history-aliases = andere namen: { $value }
group-history-activity = soort werk: { $value }
group-history-days = vaste dagen: { $value }
group-history-merged = samengevoegd met { $value }
group-history-closed = groep gesloten
group-history-opened = groep weer geopend
group-history-none = niets
button-ready = Klaar
button-no-days = Geen vaste dag

ask-group-room = Bij welke buurtwerkkamer hoort de nieuwe groep?
ask-group-name = Hoe heet de nieuwe groep?
ask-group-new-name = Hoe gaat de groep heten?
group-name-impossible = Dat lukt niet als naam. Gebruik letters, hooguit { $most } tekens.
group-name-taken = Er is al een groep <i>{ $name }</i>.
group-name-closed = Er is al een gesloten groep <i>{ $name }</i>. Open die weer met /groepen.
group-alias-taken = <i>{ $name }</i> is al een naam van de groep { $group }.
group-made = De groep <i>{ $group }</i> is gemaakt.
group-renamed = <i>{ $old }</i> heet nu <i>{ $name }</i>. De oude naam blijft ook werken.
ask-group-kind = Wat voor werk doet de groep { $group }?
ask-group-first-alias = Hoe noemen mensen de groep { $group } nog meer? Typ een naam.
ask-group-aliases = Typ nog een naam voor { $group }. Of druk op een naam die weg mag.
ask-group-days = Op welke dagen komt de groep { $group } samen?
ask-group-days-more = De groep { $group } komt samen op { $days }. Druk op een dag om te wijzigen.
ask-group-leaders = Wie wordt trekker van de groep { $group }?
ask-group-leaders-more =
    Trekkers van { $group }: { $names }
    Druk op een naam. Een trekker stopt dan, een ander begint.
told-leader =
    { $name } heeft je trekker gemaakt van de groep { $group }.
    Je kunt nu ook uren van je groep noteren.
told-leader-no-more = { $name } heeft dit gewijzigd: jij bent geen trekker meer van { $group }.

ask-group-close = Wil je de groep { $group } sluiten? Alle uren blijven staan.
group-closed = { $group } is gesloten. De uren blijven staan.
group-opened = { $group } is weer open.
told-group-closed = { $name } heeft de groep { $group } gesloten. Alle uren blijven staan.
told-group-opened = { $name } heeft de groep { $group } weer geopend.
ask-group-merge = Met welke groep gaat de groep { $group } verder?
ask-group-merge-sure =
    { $group } wordt dan een deel van { $target }.
    Leden en uren tellen daar mee. Dit kun je een dag lang terugdraaien.
    Weet je het zeker?
group-merged = { $group } hoort nu bij { $target }.
group-merge-alone = Er is geen andere groep om mee samen te gaan.
told-group-merged = { $name } heeft de groep { $group } samengevoegd met { $target }.

activity-koken = koken en eten
activity-tuin = tuin
activity-klussen = klussen
activity-taal = taal en huiswerk
activity-formulieren = formulieren
activity-computerhulp = computerhulp
activity-fietsen = fietsen maken
activity-schoonmaak = schoonmaken
activity-inloop = inloop en koffie
activity-ontbijt = ontbijt en lunch
activity-handwerken = handwerken
activity-schuldhulp = hulp bij schulden
activity-sollicitatie = hulp bij solliciteren
activity-kinderen = kinderen
activity-bestuur = bestuur
activity-sleutel = openen en sluiten

indicator-meeting = sociale ontmoeting
indicator-klussen = klussen
indicator-computer = computervaardigheid
indicator-dutch = Nederlandse taal
indicator-forms = formulieren
indicator-debt = schuldhulp
indicator-job_search = hulp bij solliciteren
