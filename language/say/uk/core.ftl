### Onbevestigd: nog door geen moedertaalspreker gelezen. Unverified: no native speaker has read this yet.

language-name = Українська
language-set = Добре, говоримо українською.

duration-hours = { $hours ->
    [one] { $hours } година
    [few] { $hours } години
   *[many] { $hours } годин
}
duration-minutes = { $minutes ->
    [one] { $minutes } хвилина
    [few] { $minutes } хвилини
   *[many] { $minutes } хвилин
}
duration-both = { duration-hours } { duration-minutes }
date = { $weekday }, { $day } { $month }
date-with-year = { $weekday }, { $day } { $month } { $year }
list = { $first } і { $last }
weekday-1 = понеділок
weekday-2 = вівторок
weekday-3 = середа
weekday-4 = четвер
weekday-5 = п’ятниця
weekday-6 = субота
weekday-7 = неділя
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня

consent-volunteer = Тебе запрошують як <b>волонтера</b> до <b>{ $room }</b>.
consent-volunteer-group = Тебе запрошують як <b>волонтера</b> до { $group }, <b>{ $room }</b>.
consent =
    Я зберігаю твоє ім’я і твої години.
    Так кімната може показати, що ви робите.
    Твої повідомлення я стираю через 30 днів.
    Ти завжди можеш зупинитися або побачити свої дані.
button-agree = Так, я з вами
button-no-thanks = Ні, дякую
not-joined = Добре. Я нічого про тебе не зберігаю. Бувай!
ask-name = Чудово! Як тебе звати? Напиши своє ім’я.
welcome =
    Вітаю, { $name }! Тепер ти в <b>{ $room }</b>.
    Просто напиши, що ти робив або робила. { $example }
welcome-example = Наприклад: <i>вчора 2 години { $group }</i>
welcome-example-no-group = Наприклад: <i>вчора 2 години</i>
logged = { $count ->
    [one] Записано: { $entries }.
   *[many]
        Записано:
        { $entries }
}
button-wrong = Неправильно
changed = { $count ->
    [one] Змінено: { $entries }.
   *[many]
        Змінено:
        { $entries }
}
withdrawn = Стерто: { $entry }.
ask-minutes = Скільки годин це було?
ask-which_day = Який це був день?
help =
    Ось що я вмію:
    • Записати години: <i>вчора 3 години сад</i>
    • Виправити: <i>nee, 2 години</i>
    • Показати: <i>скільки в мене годин?</i>
    • Запитати людину: <i>mens</i>
    Також: <i>mijn gegevens</i>, <i>taal</i>, <i>stop</i>.
stopped =
    Добре, сам я більше не пишу.
    Години можна записувати й далі.
unclear = Не розумію. Напиши, наприклад: <i>вчора 2 години сад</i>.
entry = <b>{ $amount }</b> { $group }, { $day }
entry-without-group = <b>{ $amount }</b>, { $day }
