# De enquête: vragen aan bewoners en partners.

survey-invitation-residents =
    Een korte enquête van { $room }, met { $count } vragen.
    Je antwoorden bewaar ik zonder je naam.
    Meedoen hoeft niet.
survey-invitation-partners =
    Eén vraag van { $room } aan partners.
    Je antwoorden bewaar ik zonder je naam.
    Meedoen hoeft niet.
survey-reminder =
    De enquête van { $room } loopt nog tot en met { $day }.
    Doe je mee? Het zijn { $count } korte vragen.
survey-question = Vraag { $number } van { $count }.
survey-ask-trust = Heb je door { $room } meer vertrouwen in wat je zelf kunt?
survey-ask-liveability = Is het leven in je buurt prettiger door { $room }?
survey-ask-staff-volunteers =
    Welk cijfer geef je de inzet van medewerkers en vrijwilligers?
    Typ een cijfer van 1 tot en met 10.
survey-ask-partner-consultation =
    Welk cijfer geef je het overleg met { $room }?
    Typ een cijfer van 1 tot en met 10.
survey-thanks =
    Dank je wel! Je antwoorden zijn geteld, zonder je naam.
    Veranderen kan daarom niet meer.
survey-stopped = Goed, ik vraag niet verder. Een antwoord dat je al gaf, telt mee.
survey-closed = Deze enquête is gesloten.
survey-answered-before = Deze vraag is al voorbij.
survey-cannot-change = Een antwoord kan niet meer veranderen: ik weet niet welk van jou is.
survey-not-an-answer =
    Dat begrijp ik niet als antwoord op de enquête.
    Iets anders? Kies dan eerst Stop enquête.
survey-failed = Er ging iets mis. Wil je nog een keer antwoorden?

button-survey-begin = Beginnen
button-survey-not = Niet meedoen
button-survey-yes = Ja
button-survey-bit = Een beetje
button-survey-no = Nee
button-survey-skip = Overslaan
button-survey-stop = Stop enquête

surveys-for-coordinators = Alleen de coördinator kan een enquête houden.
surveys = Enquêtes van { $room }, { $year }:
survey-of-residents = Bewoners
survey-of-partners = Partners
survey-none = { $audience }: nog niet gehouden.
survey-running = { $audience }: loopt tot en met { $day }. Antwoord van { $answered } van de { $invited }.
survey-by-link = Met de link: { $count }.
survey-held = { $audience }: { $count } keer gehouden.
survey-result-trust = Meer vertrouwen: { $whole },{ $tenth } % ja ({ $answers } antwoorden).
survey-result-liveability = Prettiger leven: { $whole },{ $tenth } % ja ({ $answers } antwoorden).
survey-result-staff-volunteers = Inzet: gemiddeld { $whole },{ $tenth } ({ $answers } antwoorden).
survey-result-partner-consultation = Overleg: gemiddeld { $whole },{ $tenth } ({ $answers } antwoorden).
survey-response = { $value } % van wie gevraagd is, deed mee.
survey-too-few-trust = Meer vertrouwen: minder dan 5 antwoorden.
survey-too-few-liveability = Prettiger leven: minder dan 5 antwoorden.
survey-too-few-staff-volunteers = Inzet: minder dan 5 antwoorden.
survey-too-few-partner-consultation = Overleg: minder dan 5 antwoorden.
ask-survey-residents =
    Ik stuur de enquête aan { $count } { $count ->
        [one] persoon
       *[other] mensen
    }.
    De enquête duurt twee weken. Beginnen?
ask-survey-partners = Aan hoeveel partners geef je de link? Typ een getal.
survey-number-again = Typ een getal van 1 tot en met { $most }.
ask-survey-close = Daarna kan niemand meer antwoorden. Nu sluiten?
survey-opened =
    De enquête loopt tot en met { $day }.
    De uitslag komt erna, vanaf 5 antwoorden.
survey-link = Andere bewoners doen mee met deze link: { $link }
survey-link-code-only = Andere bewoners sturen dit aan de bot: { $command }
survey-link-partners = Geef deze link aan je partners: { $link }
survey-link-partners-code-only = Laat je partners dit sturen aan de bot: { $command }
survey-twice-already = Dit jaar is deze enquête al twee keer gehouden.
survey-is-open = Deze enquête loopt al.
survey-was-closed = De enquête is gesloten. Wie meedeed, is nu vergeten.
survey-over = De enquête van { $room } is voorbij.
button-survey-new-residents = Vraag bewoners
button-survey-new-partners = Vraag partners
button-survey-link-residents = Poster bewoners
button-survey-link-partners = Link partners
button-survey-close-residents = Sluit bewoners
button-survey-close-partners = Sluit partners
button-survey-result = Uitslag

survey-poster-headline = Wat vind je van { $room }?
survey-poster-whom-residents = { $count } korte vragen voor bewoners
survey-poster-whom-partners = Eén vraag voor partners
survey-poster-step = Tik op Start en antwoord.
survey-poster-until = Meedoen kan tot en met { $day }.
survey-poster-alt = QR-code van de enquête van { $room }.

command-name-enquete = enquete
command-enquete = Enquêtes en uitslagen

data-surveys = Enquêtes die nu lopen
data-surveys-why = Je staat op de lijst. Zo doet iedereen één keer mee. Na de enquête wis ik de lijst. Wat je antwoordt, bewaar ik nergens bij jou.
