# Tellingen: gevallen die meetellen voor de afspraak, zonder namen van mensen.

tally-kind-referred = Doorverwijzing
tally-kind-taking_part = Doet nu mee
tally-kind-placement = Stageplek
tally-kind-newcomer = Nieuwe bewoner
tally-kind-paid_work = Betaald werk
tally-kind-agency = Hulp van instantie
tally-kind-partner = Partner

tally = { $kind } { $number }
tally-counted-before = al geteld
tally-takes-part = doet mee sinds { $day }
tally-count = { $kind }: { $count }
tally-told = Geteld: { $tallies }.
tally-changed = Aangepast: { $tallies }.
tally-withdrawn = Weggehaald: { $tally }.
tally-dropped = Goed, ik tel niets.
tally-not-allowed = Alleen de groepstrekker of coördinator kan dit tellen.
tally-too-many = Dat zijn er veel in één keer. Tel er hoogstens { $most }.
tally-no-person = Noem geen persoon. Hoe heet de organisatie?
tally-none-referred = Er is niemand die nog moet meedoen.
tally-no-such-number = Nummer { $number } ken ik niet. Kijk bij /tellingen.
tally-not-referred = Nummer { $number } is geen doorverwijzing.
tally-takes-part-already = Nummer { $number } doet al mee.
tally-partner-known = { $organisation } telt al mee in { $year }.

ask-tally-kind = Wat wil je tellen?
ask-tally-number = Wie doet er nu mee? Kies het nummer.
ask-tally-partner = Hoe heet de partner?
ask-tally-agency = Welke instantie was het?
ask-tally-alike = Is dat { $organisation }?
ask-tally-before = Is deze bewoner nieuw, of al geteld?
ask-tally-wrong = { $tally }. Wat wil je veranderen?
ask-tally-new-date = Welke dag was het?
ask-tally-new-organisation = Hoe heet de organisatie?
ask-which-tally = Welke klopt niet?

tallies = Geteld in { $year }:
no-tallies = In { $year } is nog niets geteld.
button-new-tally = Nieuwe telling
button-tally = { $kind } { $number }
button-do-not-know = Weet ik niet
button-another = Nee, een andere
button-counted-before = Al geteld
button-organisation = Organisatie
button-takes-part = Doet nu mee
button-takes-no-part = Doet niet mee

command-name-tellingen = tellingen
command-tellingen = Tellen voor de afspraak
