// One message in a conversation, as an element.

import { rich } from "./rich.js";
import { THINGS, icon } from "./things.js";

const LONG = 1_500;
const SNIPPET = 90;
const UNKEPT = "Niet bewaard: dit was niet voor Kamerbot.";

let count = 0;

/**
 * `line` is what the server tells. `around` knows its surroundings: `person`, `calendar`, `quoted(id)` the text of
 * another line, `label(id, data)` that of a button, and what to do: `reply(line)`, `edit(line)`, `press(line, button)`,
 * `retry()`.
 */
export function buildLine(line, around) {
  const element = document.getElementById("line-template").content.firstElementChild.cloneNode(true);
  const find = (selector) => element.querySelector(selector);
  element.classList.add(line.fromBot ? "from-bot" : "from-person");
  element.classList.toggle("press", line.kind === "button");
  find(".author").textContent = `${line.fromBot ? "Kamerbot" : line.author || around.person}: `;
  find(".author").classList.toggle("visually-hidden", !around.isGroup || line.fromBot);
  find(".forwarded").hidden = !line.forwarded;
  find(".text").id = `text-${++count}`;

  const quote = line.kind === "button" ? "" : around.quoted(line.repliesTo);
  find(".quote").hidden = !quote;
  find(".quote").textContent = snippet(quote);

  const thing = line.file ? fileThing(line) : oddThing(line.kind);
  find(".thing").hidden = !thing;
  if (thing) find(".thing").append(thing);

  showText(element, line, around);
  showTime(element, line, around);

  for (const action of element.querySelectorAll(".actions button")) {
    action.setAttribute("aria-describedby", find(".text").id);
  }
  find(".reply").addEventListener("click", () => around.reply(line));
  find(".edit").hidden = line.fromBot || line.kind !== "text";
  find(".edit").addEventListener("click", () => around.edit(line));
  find(".trouble button").addEventListener("click", () => around.retry());
  showAnswers(find(".answers"), line, around);
  if (!line.fromBot) showState(element, "sent");
  return element;
}

/** Shows the text of a line, new or edited. */
export function showText(element, line, around) {
  const text = element.querySelector(".text");
  const words = wordsOf(line, around);
  text.replaceChildren(line.fromBot ? rich(words) : words);
  text.hidden = words === "";
  element.querySelector(".edited").hidden = !line.edited;
  element.querySelector(".more")?.remove();
  text.classList.toggle("long", words.length > LONG);
  if (words.length > LONG) text.after(moreButton(text));
}

/** Shows what the bot says now in place of what it said in this line. */
export function replaceLine(element, line, around) {
  const answers = element.querySelector(".answers");
  answers.replaceChildren();
  showText(element, line, around);
  showAnswers(answers, line, around);
}

/** Shows the bot's reaction on a line. */
export function showReaction(element, emoji) {
  const reaction = element.querySelector(".reaction");
  reaction.hidden = false;
  reaction.textContent = emoji;
  reaction.role = "img";
  reaction.ariaLabel = `Kamerbot: ${emoji}`;
}

/** Shows when a line was sent. */
export function showTime(element, line, around) {
  const time = element.querySelector("time");
  time.dateTime = line.sentAt;
  time.textContent = around.calendar.time(new Date(line.sentAt));
}

/** Marks a button as one that was pressed; it can be pressed again. */
export function markPressed(answer) {
  if (!answer || answer.classList.contains("pressed")) return;
  answer.classList.add("pressed");
  answer.append(icon("sent"));
}

/** "waiting", "unsent", "refused" or "sent"; `sentence` says why when it is not sent. */
export function showState(element, state, sentence = "") {
  const mark = { waiting: "waiting", unsent: "warning", refused: "warning", sent: "sent" }[state];
  element.querySelector(".state").replaceChildren(icon(mark));
  element.classList.toggle("unsent", state === "unsent" || state === "refused");
  const trouble = element.querySelector(".trouble");
  trouble.hidden = !sentence;
  trouble.querySelector("span").textContent = sentence;
  trouble.querySelector("button").hidden = state === "refused";
}

/** The start of a text without its tags, for a quote. */
export function snippet(text) {
  return text.length > SNIPPET ? `${text.slice(0, SNIPPET)}…` : text;
}

/** What a line says in plain text: its words, or the name of what it is. */
export function plainText(line) {
  const words = line.fromBot ? rich(line.text ?? "").textContent : line.text;
  return words || line.file?.description || THINGS[line.kind]?.name || "";
}

function wordsOf(line, around) {
  if (line.kind === "button") return around.label(line.repliesTo, line.text);
  if (line.text === null) return around.isGroup && !line.author ? UNKEPT : "De tekst van dit bericht is gewist.";
  if (line.text.trim() === "" && line.kind === "text" && !line.fromBot) return "(leeg bericht)";
  return line.text;
}

function showAnswers(answers, line, around) {
  answers.hidden = line.buttons.length === 0;
  answers.classList.toggle("list", line.buttons.length > 3);
  for (const button of line.buttons) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "answer";
    element.textContent = button.label;
    element.addEventListener("click", () => around.press(line, button));
    answers.append(element);
  }
}

function oddThing(kind) {
  const thing = THINGS[kind];
  if (!thing) return null;
  const tile = document.createElement("span");
  tile.className = `tile tile-${kind}`;
  tile.append(icon(thing.icon), thing.name);
  return tile;
}

function fileThing({ id, file }) {
  const link = document.createElement("a");
  link.href = `/tryout/files/${id}`;
  if (file.isPicture) {
    const picture = document.createElement("img");
    picture.src = link.href;
    picture.alt = file.description;
    link.className = "picture";
    link.target = "_blank";
    link.append(picture);
  } else {
    link.className = "document";
    link.download = file.name;
    const name = document.createElement("span");
    name.textContent = file.name;
    const what = document.createElement("small");
    what.textContent = file.description;
    name.append(what);
    link.append(icon("file"), name);
  }
  return link;
}

function moreButton(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  button.textContent = "Toon alles";
  button.addEventListener("click", () => {
    button.textContent = text.classList.toggle("long") ? "Toon alles" : "Toon minder";
  });
  return button;
}
