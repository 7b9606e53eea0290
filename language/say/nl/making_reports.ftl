# Verslagen aan de gemeente en de corporaties: maken, toelichten en afsluiten.

command-name-rapport = rapport
command-rapport = Rapport voor de gemeente maken
report-not-allowed = Alleen de coördinator kan een rapport maken.
report-what = Wat wil je maken?
report-progress = Voortgang
report-interim = Tussenrapport
report-final = Eindrapport
report-extract = Voor een corporatie
report-workbook = Werkboek
report-explain = Toelichtingen
report-close = Periode afsluiten
report-which-room = Voor welke kamer?
report-all-rooms = Alle kamers samen
report-which-period = Tot en met welke dag?
report-until = t/m { $day }
report-until-today = Vandaag
report-month = { $month } { $year }
report-for-whom = Voor welke corporatie?
report-no-agreement = Er is voor dat jaar geen afspraak. Zonder afspraak kan ik geen rapport maken.
report-no-corporations = Er zijn geen corporaties bekend. Ze staan in de afspraak of bij /instellingen.
report-no-such-number = Rapport { $number } ken ik niet.
report-unexplained = { $count ->
    [one] Eén doel loopt achter en heeft nog geen toelichting.
   *[other] { $count } doelen lopen achter en hebben nog geen toelichting.
} Wil je die nu geven?
button-explain-now = Ja, nu
button-explain-not = Nee, zonder
report-made = <b>{ $title }</b>, rapport { $numbers }.
report-provisional = Deze cijfers zijn voorlopig: de periode is nog open.
button-pdf = Als PDF
button-docx = Als Word
button-xlsx = Als Excel
button-close-period = Afsluiten
report-title-month = Voortgang t/m { $until }
report-title-interim = Tussenrapport t/m { $until }
report-title-final = Eindrapport t/m { $until }
report-no-group = zonder groep
report-hours = Uren van vrijwilligers
report-survey = { $count ->
    [one] 1 antwoord
   *[other] { $count } antwoorden
}
report-survey-response = { report-survey }, respons { $response }%
report-announced = Aangemeld: stand op { $day } ({ $source })
report-unit-hours = uren
report-thing-hours = uren
report-thing-volunteer = vrijwilliger
report-thing-group = groep
report-thing-klus = klus
report-thing-attendance = opkomst
report-thing-key = sleutel
report-thing-membership = lid van de vereniging
report-thing-result = ingevuld resultaat

explain-nothing = Er is niets toe te lichten. Geen doel loopt achter.
explain-which = { $count ->
    [0] Toelichten hoeft niet, het mag wel. Welk doel kies je?
    [one] Eén doel moet je nog toelichten. Welk doel kies je?
   *[other] { $count } doelen moet je nog toelichten. Welk doel kies je?
}
explain-figure = <b>{ $name }</b>
    Doel: { $target }. Resultaat: { $result }.
explain-earlier = Eerder schreef je: “{ $words }”
explain-why = Hoe komt dat? Noem geen namen van mensen.
explain-kept = Opgeslagen.
explain-changed = De toelichting is aangepast.
explain-too-long = Dat is te lang. Gebruik hoogstens { $most } tekens.
button-skip = Overslaan
button-explained = Klaar
button-same-explanation = Zelfde als eerder

close-which = Welke periode wil je afsluiten?
close-none = Er is geen periode om af te sluiten.
close-sure = <b>{ $period }</b> van { $room } afsluiten? De cijfers van nu staan dan vast. Latere correcties komen in het volgende rapport.
button-close-yes = Ja, afsluiten
button-close-no = Nee
close-already = { $period } was al afgesloten.
closed = { $period } is afgesloten. De cijfers staan vast als rapport { $number }.
closed-unexplained = Sommige doelen hebben nog geen toelichting. Kies bij /rapport voor Toelichtingen.

restated-figure = komt nu anders uit
restated-added = later genoteerd
restated-removed = weggehaald
restated-changed = aangepast
restated-nothing = niet geteld
restated-counted = geteld
restated-heads = { $count ->
    [one] 1 mens
   *[other] { $count } mensen
}
restated-kind-hours = uren
restated-kind-attendance = opkomst
restated-kind-klus = klus { $number }
restated-kind-result = ingevuld resultaat
restated-kind-key = sleutel
restated-kind-association = lid van de vereniging

data-explanations = Toelichtingen die je schreef
data-explanations-why = Zo lezen gemeente en corporaties hoe een cijfer komt.
