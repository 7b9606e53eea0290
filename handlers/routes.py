"""Which handler answers what: commands, answers to open questions, buttons, meanings."""

from collections.abc import Callable

from handlers import asking_people, digest_buttons, helping, teaching
from handlers.desk import desk_routes
from handlers.for_others import (
    others_beginning,
    others_changing,
    others_deciding,
    others_put_before,
    others_questions,
    others_telling,
)
from handlers.group_chats import coupling
from handlers.groups import group_card, group_ending, group_leaders, group_names, group_totals, group_work, groups
from handlers.hours import (
    changing,
    correcting,
    hours_answers,
    hours_questions,
    log_hours,
    my_hours,
    objecting,
    what_wrong,
    which_group,
)
from handlers.joining import admitting, arriving, inviting, joining
from handlers.klussen import klus_addressed, klus_asking, klus_list, klus_routes, klus_typed
from handlers.members import (
    adding_people,
    association,
    first_contact,
    keys,
    member_card,
    member_coordinator,
    member_hours,
    member_pause,
    member_places,
    member_role,
    members,
    merging_people,
    same_person,
)
from handlers.messages import Reply
from handlers.participants import attendance_correcting, attendance_routes, participant_naming, participants
from handlers.regular_work import (
    finishing,
    habit_asked,
    habit_ending,
    habit_wrong,
    habits,
    shift_asked,
    shift_ends,
    shifts,
)
from handlers.reports import asking as report_asking
from handlers.reports import explaining, report_routes
from handlers.results import result_list, result_noting, result_routes
from handlers.surveys import rounds
from handlers.tallies import tally_list, tallying
from handlers.turn import Turn
from handlers.vocabulary import understood
from handlers.yourself import language_choice, leaving, my_data, pausing, renaming
from language.understand.meaning import Meaning, Understanding
from storage import habits as habit_rows
from storage import shifts as shift_rows

ByTurn = Callable[[Turn], list[Reply]]
Answering = Callable[[Turn], list[Reply] | None]
ByMeaning = Callable[[Turn, Understanding], list[Reply]]
ByNumber = Callable[[Turn, int], list[Reply]]
BySubject = Callable[[Turn, Understanding, int], list[Reply] | None]

COMMANDS: dict[str, ByTurn] = {
    "uren": log_hours.start_with_buttons,
    "hours": log_hours.start_with_buttons,
    "mijnuren": my_hours.my_hours,
    "myhours": my_hours.my_hours,
    "pauze": lambda turn: pausing.pause(turn, understood(turn)),
    "pause": lambda turn: pausing.pause(turn, understood(turn)),
    "mijngegevens": my_data.my_data,
    "mydata": my_data.my_data,
    "taal": language_choice.ask_language,
    "language": language_choice.ask_language,
    "naam": renaming.ask_name,
    "name": renaming.ask_name,
    "mens": asking_people.ask_what,
    "human": asking_people.ask_what,
    "help": helping.help_,
    "stop": leaving.stop,
    "vast": habits.overview,
    "regular": habits.overview,
    "klussen": klus_list.klussen_of,
    "jobs": klus_list.klussen_of,
    "woorden": teaching.words,
    "words": teaching.words,
    "leden": members.members,
    "members": members.members,
    "groep": group_totals.totals,
    "group": group_totals.totals,
    "groepen": groups.groups,
    "groups": groups.groups,
    "koppel": coupling.couple,
    "couple": coupling.couple,
    "ontkoppel": coupling.uncouple,
    "uncouple": coupling.uncouple,
    "uitnodigen": inviting.invite,
    "invite": inviting.invite,
    "deelnemers": participants.participants_list,
    "participants": participants.participants_list,
    "enquete": rounds.overview,
    "enquête": rounds.overview,
    "survey": rounds.overview,
    "tellingen": tally_list.overview,
    "tallies": tally_list.overview,
    "sleutels": keys.keys,
    "keys": keys.keys,
    "vereniging": association.association,
    "rapport": report_asking.report,
    "report": report_asking.report,
    "association": association.association,
    **desk_routes.COMMANDS,
    **result_routes.COMMANDS,
}

ANSWERS: dict[str, Answering] = {
    joining.LANGUAGE: joining.answer_language,
    joining.WISH: joining.answer_wish,
    joining.ROOM: joining.answer_room,
    joining.CONSENT: joining.answer_consent,
    joining.NAME: joining.answer_name,
    arriving.LEADS: joining.answer_leads,
    first_contact.QUESTION: first_contact.answer,
    members.QUESTION: members.answer,
    member_card.QUESTION: members.answer_card,
    member_places.GROUP: member_places.answer_group,
    member_places.LEAVE: member_places.answer_leave,
    member_role.NAME: member_role.answer_name,
    member_hours.QUESTION: member_hours.answer,
    member_pause.QUESTION: member_pause.answer,
    member_coordinator.QUESTION: member_coordinator.answer,
    adding_people.NAME: adding_people.answer_name,
    adding_people.GROUP: adding_people.answer_group,
    adding_people.WHO: adding_people.answer_who,
    adding_people.KNOWS: adding_people.answer_knows,
    merging_people.SAME: merging_people.answer_same,
    merging_people.SURE: merging_people.answer_sure,
    hours_questions.QUESTION: hours_answers.answer,
    which_group.QUESTION: others_beginning.answer_group,
    correcting.WHICH: correcting.answer_which,
    what_wrong.WHAT: what_wrong.answer_what,
    what_wrong.VALUE: what_wrong.answer_value,
    what_wrong.NEW: what_wrong.answer_new,
    changing.SURE: changing.answer_sure,
    language_choice.QUESTION: language_choice.answer,
    leaving.QUESTION: leaving.answer,
    asking_people.PASS_ON: asking_people.answer_pass_on,
    asking_people.ANSWER: asking_people.answer_answer,
    inviting.QUESTION: inviting.answer,
    teaching.QUESTION: teaching.answer,
    groups.QUESTION: groups.answer,
    group_card.QUESTION: groups.answer_card,
    group_names.ROOM: group_names.answer_room,
    group_names.NAME: group_names.answer_name,
    group_names.NEW_KIND: group_names.answer_new_kind,
    group_names.ALIASES: group_names.answer_aliases,
    group_work.KIND: group_work.answer_kind,
    group_work.DAYS: group_work.answer_days,
    group_leaders.QUESTION: group_leaders.answer,
    group_ending.CLOSE: group_ending.answer_close,
    group_ending.MERGE: group_ending.answer_merge,
    group_ending.MERGE_SURE: group_ending.answer_merge_sure,
    renaming.QUESTION: renaming.answer,
    rounds.OVERVIEW: rounds.answer,
    rounds.OPEN: rounds.answer_open,
    rounds.COUNT: rounds.answer_count,
    rounds.CLOSE: rounds.answer_close,
    group_totals.QUESTION: group_totals.answer,
    habits.NEW: habits.answer_new,
    habit_wrong.WRONG: habit_wrong.answer_wrong,
    habit_ending.LIST: habit_ending.answer_list,
    habit_rows.QUESTION: habit_asked.answer,
    shifts.SECOND: shifts.answer_second,
    shifts.WRONG: shifts.answer_wrong,
    shifts.VALUE: shifts.answer_value,
    shift_rows.QUESTION: shift_asked.answer,
    finishing.SAME: finishing.answer_same,
    finishing.WHICH: finishing.answer_which,
    **klus_routes.ANSWERS,
    tallying.QUESTION: tallying.answer,
    tally_list.LIST: tally_list.answer_list,
    tally_list.WHICH: tally_list.answer_which,
    tally_list.WHAT: tally_list.answer_what,
    tally_list.VALUE: tally_list.answer_value,
    keys.LIST: keys.answer_list,
    keys.WHO: keys.answer_who,
    keys.SIGNED: keys.answer_signed,
    keys.WHAT: keys.answer_what,
    association.LIST: association.answer_list,
    association.NAMES: association.answer_names,
    association.SAME: association.answer_same,
    association.WHAT: association.answer_what,
    others_changing.WHAT: others_changing.answer_what,
    others_changing.VALUE: others_changing.answer_value,
    others_changing.WHO: others_changing.answer_who,
    others_questions.WHO: others_telling.answer_who,
    others_questions.WHICH: others_telling.answer_which,
    others_questions.KNOWS: others_telling.answer_knows,
    others_questions.ALONG: others_telling.answer_along,
    **attendance_routes.ANSWERS,
    **report_routes.ANSWERS,
    **desk_routes.ANSWERS,
    **result_routes.ANSWERS,
    coupling.WHICH: coupling.answer_which,
    coupling.SURE: coupling.answer_sure,
}

FREE_WORDS = (
    joining.NAME,
    renaming.QUESTION,
    asking_people.PASS_ON,
    asking_people.ANSWER,
    group_names.NAME,
    group_names.ALIASES,
    member_role.NAME,
    adding_people.NAME,
    association.NAMES,
    participant_naming.NAME,
    *desk_routes.FREE_WORDS,
    *result_routes.FREE_WORDS,
)
"""Questions whose answer is the person's own words: only a clear "help" or "stop" is not the answer."""

OFFERS = (
    group_totals.QUESTION,
    groups.QUESTION,
    group_card.QUESTION,
    members.QUESTION,
    member_card.QUESTION,
    member_hours.QUESTION,
    klus_list.QUESTION,
    participants.LIST,
    participants.ONE,
    *desk_routes.OFFERS,
    *result_routes.OFFERS,
)
"""Lists and cards to choose from: whatever is no choice is a message of its own, and they are let go without a word."""

BUTTONS: dict[str, ByTurn] = {
    "log": log_hours.start_with_buttons,
    "help": helping.help_,
    "my-hours": my_hours.my_hours,
    "klussen": klus_list.klussen_of,
    "human": asking_people.ask_what,
    "leave": leaving.ask_leave,
    "messages-on": leaving.messages_on,
    "back": pausing.back,
    "nothing": lambda turn: pausing.absent(turn, understood(turn)),
    "pause-now": lambda turn: pausing.pause(turn, understood(turn)),
    "new-group": groups.new_group,
    "add-member": members.add_member,
    "noted": first_contact.noted,
    "is-same": same_person.is_same,
    "is-other": same_person.is_other,
    "closed-groups": groups.closed_groups,
    **desk_routes.BUTTONS,
    "surveys": rounds.overview,
}

TYPED_BUTTONS = {
    "button-log": "log",
    "button-my-hours": "my-hours",
    "button-leave": "leave",
    "button-messages-on": "messages-on",
    "button-i-am-back": "back",
    "button-nothing-to-tell": "nothing",
    "button-pause": "pause-now",
}
"""Buttons that can be typed as well, by their labels."""

NUMBERED_BUTTONS: dict[str, ByNumber] = {
    "wrong": correcting.wrong,
    "wrong-entry": correcting.wrong_entry,
    "restore": changing.restore,
    "object": objecting.object_to,
    "approve": objecting.approve,
    "refuse": objecting.refuse,
    "admit": admitting.admit,
    "turn-away": admitting.turn_away,
    "withdraw": inviting.withdraw,
    "unlearn": teaching.unlearn,
    "open-group": group_ending.open_again,
    asking_people.REPLY_VERB: asking_people.ask_answer,
    "report-done": others_telling.done,
    "report-other": others_telling.other,
    others_put_before.CONFIRM: others_deciding.confirm_named,
    others_put_before.REFUSE: others_deciding.refuse_named,
    "remind": digest_buttons.remind,
    "details": digest_buttons.details,
    "who": digest_buttons.who,
    "digest-board": digest_buttons.board,
    "habit-wrong": habit_wrong.wrong,
    "habit-end": habit_ending.end,
    "habit-yes": habit_asked.yes,
    "habit-other": habit_asked.other,
    "habit-no": habit_asked.no,
    "shift-wrong": shifts.wrong,
    "shift-done": shift_ends.done,
    "shift-at": shift_asked.done_at,
    "shift-on": shift_asked.goes_on,
    "shift-drop": shift_ends.drop,
    **klus_routes.NUMBERED,
    **attendance_routes.NUMBERED,
    "tally-wrong": tally_list.wrong,
    **result_routes.NUMBERED,
    **report_routes.NUMBERED,
    "key-yes": keys.confirm,
    "key-no": keys.deny,
    "key-back": keys.back,
    "association-no": association.deny,
}

AT_EVERY_STEP: dict[Meaning, ByTurn] = {
    Meaning.HELP: helping.help_,
    Meaning.STOP: leaving.stop,
    Meaning.MY_DATA: my_data.my_data,
    Meaning.LANGUAGE: language_choice.ask_language,
    Meaning.HUMAN: asking_people.ask_what,
    Meaning.LEAVE: leaving.ask_leave,
}

MEANINGS: dict[Meaning, ByMeaning] = {
    Meaning.LOG: finishing.log_beside,
    Meaning.ASK: finishing.log_beside,
    Meaning.CORRECTION: correcting.correct,
    Meaning.DELETE: correcting.delete,
    Meaning.QUESTION: helping.question,
    Meaning.ABSENCE: pausing.absent,
    Meaning.PAUSE: pausing.pause,
    Meaning.GREETING: helping.friendly,
    Meaning.THANKS: helping.friendly,
    Meaning.PLAN: helping.friendly,
    Meaning.CONFIRM: helping.friendly,
    Meaning.DENY: helping.friendly,
    Meaning.INFO: helping.info,
    Meaning.ATTENDANCE: attendance_correcting.told,
    Meaning.TALLY: tallying.report,
    Meaning.HABIT: habits.tell,
    Meaning.START: shifts.start,
    Meaning.FINISHED: finishing.finish,
    Meaning.KLUS_REQUEST: klus_asking.request,
}

SUBJECTS: dict[str, BySubject] = {
    habits.SUBJECT: habit_wrong.corrected,
    shifts.SUBJECT: shifts.corrected,
    klus_addressed.SUBJECT: klus_typed.about,
    tally_list.SUBJECT: tally_list.corrected,
    result_noting.SUBJECT: result_list.corrected,
    attendance_routes.SUBJECT: attendance_correcting.correct,
}
"""What corrects something else than entries, in a reply or right after it was told; None when it reads as no change."""

EDITED_SUBJECTS: dict[str, BySubject] = {
    habits.SUBJECT: habit_wrong.corrected,
    shifts.SUBJECT: shifts.corrected,
    klus_addressed.SUBJECT: klus_typed.edited,
    tally_list.SUBJECT: tally_list.corrected,
    result_noting.SUBJECT: result_list.corrected,
    attendance_routes.SUBJECT: attendance_correcting.edited,
    explaining.SUBJECT: explaining.edited,
}
"""What corrects something else than entries when the message that made it is edited."""

KEEPS_QUESTION = (Meaning.GREETING, Meaning.THANKS, Meaning.QUESTION)
"""Said in between: answered, while the open question stays open."""
NEEDS_NO_QUESTION = (Meaning.CONFIRM, Meaning.DENY, Meaning.INFO)
"""Said to an open question they are its answer, or none."""

GROUP_CHAT_COMMANDS = ("koppel", "couple", "ontkoppel", "uncouple", "groep", "group")
"""Commands about the group chat, or its group. What the others show is personal, and goes to the writer alone."""

GROUP_CHAT_BUTTONS = ("report-done", "report-other")
"""Buttons of questions that stay in the group chat; what any other button leads to goes to the presser alone."""

GROUP_CHAT_MEANINGS = (
    Meaning.LOG,
    Meaning.ASK,
    Meaning.CORRECTION,
    Meaning.DELETE,
    Meaning.ATTENDANCE,
    Meaning.TALLY,
    Meaning.KLUS_REQUEST,
    Meaning.FINISHED,
)
"""What is answered in the group chat itself: the group's work."""

IN_PRIVATE_MEANINGS = (
    *AT_EVERY_STEP,
    Meaning.QUESTION,
    Meaning.ABSENCE,
    Meaning.PAUSE,
    Meaning.HABIT,
    Meaning.START,
)
"""What is personal: said in a group chat it is answered in the writer's own."""
