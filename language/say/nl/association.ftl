# De bewonersvereniging: wie er lid van is.

association-for-coordinators = Alleen de coördinator kan de leden zien.
association-count = Bewonersvereniging { $room }: { $count } leden.
ask-association-names = Wie is nu lid? Typ de naam, of meer namen met komma's.
association-names-again = Typ alleen namen, hoogstens { $most }. Bijvoorbeeld: <i>Piet Bakker, Els Smit</i>.
ask-association-same = Is { $name } iemand van deze mensen?
ask-association-what = { $name } is lid sinds { $day }. Wat wil je veranderen?
association-added = Ingeschreven als lid: { $names }
association-already = Al lid: { $names }
association-told = { $name } schreef je in als lid van de bewonersvereniging.
association-denied = Goed dat je het zegt. Je bent geen lid.
association-was-denied = { $name } is geen lid van de bewonersvereniging. Ik haalde het weg.
association-ended = { $name } is vanaf nu geen lid meer.
association-mistake = Weggehaald: { $name }.
button-add-member = Lid erbij
button-somebody-else = Iemand anders
button-association-ended = Geen lid meer
button-association-mistake = Was een vergissing

command-name-vereniging = vereniging
command-vereniging = Leden van de vereniging
