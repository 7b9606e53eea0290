# Resultaten die buiten de bot gevonden zijn: door interviews, uit de begroting, na controle.

result = { $indicator }: { $value }, { $day }
result-indicator = <b>{ $indicator }</b>
result-target = Het doel is { $target }.
result-expected = De afspraak gaat uit van { $target } aangemelde mensen.
result-source-interviews = Interviews
result-source-budget = Begroting
result-source-check = Controle
result-source-city = Gemeente

results = Resultaten van { $room } die je zelf invult:
result-not-known = { $indicator }: nog niet bekend
result-known = { $result }. Bron: { $source }.
result-told = Genoteerd: { $result }. Bron: { $source }.
result-changed = Aangepast: { $result }. Bron: { $source }.
result-withdrawn = Weggehaald: { $result }.
result-for-coordinators = Alleen de coördinator vult resultaten in.
result-no-agreement = In de afspraak staat niets dat je zelf invult.
result-no-agreement-then = Voor { $year } is hierover niets afgesproken.
result-day-to-come = Die dag moet nog komen.
result-whole-again = Typ een heel getal, van { $least } tot { $most }.
result-number-again = Typ een getal van { $least } tot { $most }.
result-no-person = Noem geen persoon.

ask-result-number = Hoeveel zijn het er? Typ een getal.
ask-result-announced = Hoeveel mensen zijn er dit jaar aangemeld? Typ een getal.
ask-result-percent = Hoeveel procent is het? Typ een getal.
ask-result-outcome = Wat is de uitkomst?
ask-result-day = Van welke dag is dit? Een andere dag kun je typen.
ask-result-source = Waar komt dit vandaan? Kies, of typ het zelf.
ask-result-wrong = { $result }. Wat wil je veranderen?
button-new-result = Nieuw resultaat
button-result-value = Resultaat
button-result-day = Dag
button-result-source = Bron

command-name-resultaat = resultaat
command-resultaat = Resultaten invullen voor de afspraak
