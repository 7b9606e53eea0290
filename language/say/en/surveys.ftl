# Surveys: questions to residents and partners.

survey-invitation-residents =
    A short survey by { $room }, with { $count } questions.
    I keep your answers without your name.
    You need not take part.
survey-invitation-partners =
    One question from { $room } to its partners.
    I keep your answers without your name.
    You need not take part.
survey-reminder =
    The survey by { $room } runs until { $day }.
    Will you take part? It has { $count } short questions.
survey-question = Question { $number } of { $count }.
survey-ask-trust = Do you trust your own abilities more because of { $room }?
survey-ask-liveability = Is life in your neighbourhood nicer because of { $room }?
survey-ask-staff-volunteers =
    Which mark do you give the work of staff and volunteers?
    Type a number from 1 to 10.
survey-ask-partner-consultation =
    Which mark do you give the consultation with { $room }?
    Type a number from 1 to 10.
survey-thanks =
    Thank you! Your answers are counted, without your name.
    So they cannot be changed any more.
survey-stopped = All right, I ask no more. An answer that you gave counts.
survey-closed = This survey is closed.
survey-answered-before = This question is behind you already.
survey-cannot-change = An answer cannot be changed: I do not know which is yours.
survey-not-an-answer =
    I do not understand that as an answer to the survey.
    Something else? Then choose Stop survey first.
survey-failed = Something went wrong. Will you answer once more?

button-survey-begin = Begin
button-survey-not = No, thanks
button-survey-yes = Yes
button-survey-bit = A bit
button-survey-no = No
button-survey-skip = Skip
button-survey-stop = Stop survey

surveys-for-coordinators = Only the coordinator can hold a survey.
surveys = Surveys of { $room }, { $year }:
survey-of-residents = Residents
survey-of-partners = Partners
survey-none = { $audience }: not held yet.
survey-running = { $audience }: runs until { $day }. Answers from { $answered } of { $invited }.
survey-by-link = By the link: { $count }.
survey-held = { $audience }: held { $count } times.
survey-result-trust = More trust: { $whole }.{ $tenth }% yes ({ $answers } answers).
survey-result-liveability = Nicer life: { $whole }.{ $tenth }% yes ({ $answers } answers).
survey-result-staff-volunteers = Staff and volunteers: { $whole }.{ $tenth } on average ({ $answers } answers).
survey-result-partner-consultation = Consultation: { $whole }.{ $tenth } on average ({ $answers } answers).
survey-response = { $value }% of those asked took part.
survey-too-few-trust = More trust: fewer than 5 answers.
survey-too-few-liveability = Nicer life: fewer than 5 answers.
survey-too-few-staff-volunteers = Staff and volunteers: fewer than 5 answers.
survey-too-few-partner-consultation = Consultation: fewer than 5 answers.
ask-survey-residents =
    I send the survey to { $count } { $count ->
        [one] person
       *[other] people
    }.
    The survey takes two weeks. Begin?
ask-survey-partners = To how many partners do you give the link? Type a number.
survey-number-again = Type a number from 1 to { $most }.
ask-survey-close = After that nobody can answer any more. Close now?
survey-opened =
    The survey runs until { $day }.
    The result comes after it, from 5 answers on.
survey-link = Other residents take part by this link: { $link }
survey-link-code-only = Other residents send this to the bot: { $command }
survey-link-partners = Give this link to your partners: { $link }
survey-link-partners-code-only = Have your partners send this to the bot: { $command }
survey-twice-already = This survey was held twice this year already.
survey-is-open = This survey is open already.
survey-was-closed = The survey is closed. Who took part is forgotten now.
survey-over = The survey of { $room } is over.
button-survey-new-residents = Ask residents
button-survey-new-partners = Ask partners
button-survey-link-residents = Residents' poster
button-survey-link-partners = Partners' link
button-survey-close-residents = Close residents
button-survey-close-partners = Close partners
button-survey-result = Result

survey-poster-headline = What do you think of { $room }?
survey-poster-whom-residents = { $count } short questions for residents
survey-poster-whom-partners = One question for partners
survey-poster-step = Tap Start and answer.
survey-poster-until = You can take part until { $day }.
survey-poster-alt = QR code of the survey of { $room }.

command-name-enquete = survey
command-enquete = Surveys and results

data-surveys = Surveys that are open now
data-surveys-why = You are on the list. So everybody takes part once. After the survey I erase the list. What you answer is kept nowhere with you.
