# Results that were found outside the bot: by interviews, from the budget, after a check.

result = { $indicator }: { $value }, { $day }
result-indicator = <b>{ $indicator }</b>
result-target = The target is { $target }.
result-expected = The agreement counts on { $target } announced people.
result-source-interviews = Interviews
result-source-budget = Budget
result-source-check = Check
result-source-city = City

results = Results of { $room } that you fill in yourself:
result-not-known = { $indicator }: not known yet
result-known = { $result }. Source: { $source }.
result-told = Noted: { $result }. Source: { $source }.
result-changed = Changed: { $result }. Source: { $source }.
result-withdrawn = Removed: { $result }.
result-for-coordinators = Only the coordinator fills in results.
result-no-agreement = The agreement has nothing that you fill in yourself.
result-no-agreement-then = Nothing of this was agreed for { $year }.
result-day-to-come = That day is still to come.
result-whole-again = Type a whole number, from { $least } to { $most }.
result-number-again = Type a number from { $least } to { $most }.
result-no-person = Do not name a person.

ask-result-number = How many are there? Type a number.
ask-result-announced = How many people were announced this year? Type a number.
ask-result-percent = How many percent is it? Type a number.
ask-result-outcome = What is the outcome?
ask-result-day = Of which day is this? You can type another day.
ask-result-source = Where does this come from? Choose, or type it.
ask-result-wrong = { $result }. What do you want to change?
button-new-result = New result
button-result-value = Result
button-result-day = Day
button-result-source = Source

command-name-resultaat = result
command-resultaat = Fill in results for the agreement
