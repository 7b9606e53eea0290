at-group = bij { $group }
at-group-de = bij de { $group }
at-group-het = bij het { $group }
turnout-heads = { $heads ->
    [0] geen deelnemers
    [one] <b>1</b> deelnemer
   *[other] <b>{ $heads }</b> deelnemers
}
turnout-new-heads = { $new ->
    [0] niemand nieuw
   *[other] { $new } nieuw
}
turnout = { turnout-heads } { $place }, { $day }
turnout-new = { turnout-heads } { $place }, { turnout-new-heads }, { $day }
turnout-again = { $turnout }, keer { $number }
turnout-named = Met naam: { $names }
turnout-named-count = Met naam: { $count }
attendance-noted = Genoteerd: { $turnout }.
attendance-changed = Aangepast: { $turnout }.
attendance-same = Dat staat er al: { $turnout }.
attendance-withdrawn = Weggehaald: { $turnout }.
attendance-edit-unclear = Je hebt je bericht veranderd. Dit staat er nu: { $turnout }. Wat klopt er niet?
told-attendance-changed = { $name } heeft dit aangepast: { $turnout }.
told-attendance-withdrawn = { $name } heeft dit weggehaald: { $turnout }.
left-out = { $count ->
    [one] { $names } hoort bij de groep en telt niet mee.
   *[other] { $names } horen bij de groep en tellen niet mee.
}
short-names = Van een naam bewaar ik de voornaam en één letter.

ask-heads = Hoeveel deelnemers waren er?
ask-heads-named = Er zijn { $named } namen. Hoeveel deelnemers waren er?
ask-new = Hoeveel van hen waren nieuw?
ask-new-above = Er waren { $heads } deelnemers. Hoeveel van hen waren nieuw?
ask-new-known = { $known ->
    [one] Van hen was er 1 dit jaar al eerder. Hoeveel waren nieuw?
   *[other] Van hen waren er { $known } dit jaar al eerder. Hoeveel waren nieuw?
}
attendance-many = Klopt { $heads } deelnemers?
attendance-none = Was er niemand { $place }?
attendance-second = Er stond al { $heads }. Is dit een verbetering of een tweede keer?
attendance-second-names = Er stond al { $heads }. Horen deze namen daarbij? Of was het een tweede keer?
attendance-several = Er stonden al { $heads }. Komt dit in plaats daarvan? Of was het nog een keer?
attendance-again = { $count ->
    [one] Er stond al { $heads }. Was het nog een keer?
   *[other] Er stonden al { $heads }. Was het nog een keer?
}
button-better = Verbetering
button-belong = Horen daarbij
button-second-time = Tweede keer
button-better-than = In plaats van { $heads }
button-unknown = Weet ik niet

same-participant = Dezelfde { $name }?
same-as-participant = Is { $name } dezelfde als { $other }?
same-as-runner = Hoort { $name } bij de groep?
which-participant = Wie is { $name }?
button-no-other = Nee, een ander
button-runner = { $name } van de groep

button-add-names = Namen erbij
tick-names = Wie waren er { $place }? Druk op namen, of typ namen of nummers.
ticked-names = Aangevinkt: { $names }
ticked-count = Aangevinkt: { $count }
type-names = Wie waren er { $place }? Typ de namen, bijvoorbeeld: <i>Fatima B., Piet</i>.
button-ticked = ✓ { $number }. { $name }
button-unticked = { $number }. { $name }
button-done-ticking = Klaar
no-such-number = Nummer { $number } staat niet in de lijst.

button-attendance-heads = Aantal
button-attendance-new = Nieuw
button-attendance-names = Namen
button-attendance-group = Groep
button-attendance-date = Dag
button-attendance-delete = Weghalen
button-attendance-double = Stond er dubbel
button-attendance-nothing = Toch goed

guests = Waren dat { $heads } deelnemers { $place }?
guests-new = Waren dat { $heads } deelnemers { $place }, van wie { $new } nieuw?
button-heads = { $heads } deelnemers
button-note-guests = Ja, noteer { $heads }

participants = { $count ->
    [one] 1 deelnemer met een naam. Druk op een naam, of typ er een.
   *[other] { $count } deelnemers met een naam. Druk op een naam, of typ er een.
}
participants-for-leaders = Alleen groepstrekkers en de coördinator zien de deelnemers.
no-participants = Er zijn nog geen deelnemers met een naam.
no-such-participant = <i>{ $name }</i> ken ik niet.
participant-without-name = deelnemer { $number }
participant-since = <b>{ $name }</b> doet mee sinds { $day }.
participant-this-year = Dit jaar: { $times }.
participant-not-this-year = Dit jaar nog niet gezien.
participant-times = { $count } keer { $place }
participant-also = Ook bekend als { $names }
button-participant-same = Zelfde als…
button-participant-rename = Naam veranderen
button-participant-erase = Verwijderen
button-participant-part = { $name } weer apart
ask-same-as = Wie is { $name } ook?
nobody-else = Er is niemand anders met een naam.
same-sure = { $name } en { $other } waren er samen op { $day }. Toch dezelfde?
participants-merged =
    { $name } is nu <b>{ $other }</b>
    Dat geldt ook voor alles van eerder.
participants-parted = { $name } en { $other } zijn weer twee deelnemers.
ask-participant-name = Hoe heet { $name }? Typ de voornaam en één letter.
no-name = Dat lijkt geen naam.
name-taken = Er is al iemand die { $name } heet.
name-taken-same = Is { $name } dezelfde als { $other }?
participant-renamed = { $name } heet nu <b>{ $other }</b>
ask-erase-name = Wil je de naam { $name } wissen? De aantallen blijven.
button-erase-name = Ja, wis de naam
name-erased = De naam is gewist. In de lijst staat nu: { $name }
command-deelnemers = deelnemers van de groep
command-name-deelnemers = deelnemers

data-attendances = Opkomst die je doorgaf
data-attendances-why = Zo weten we hoeveel mensen meedoen.
data-column-heads = Aantal
data-column-new = Nieuw
