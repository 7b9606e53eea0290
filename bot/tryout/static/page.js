// The page: puts the phones on it and keeps them up to date.

import { Calendar } from "./calendar.js";
import { Clock } from "./clock.js";
import { Phone } from "./phone.js";
import { listen, post, read } from "./server.js";
import { Tabs } from "./tabs.js";

const LOST = "Geen verbinding met Kamerbot. We proberen het opnieuw.";
const WARNING_TIME = 8_000;

const notice = document.getElementById("notice");
const status = document.getElementById("status");
const main = document.getElementById("phones");
const phones = new Map();
const clock = new Clock(tell, warn);
const tabs = new Tabs(use);
let calendar = null;
let inUse = null;
let fading = 0;

/** For who cannot see what has changed on the page. */
function tell(sentence) {
  status.textContent = sentence;
}

function warn(sentence, stays = false) {
  notice.textContent = sentence;
  clearTimeout(fading);
  if (!stays) fading = setTimeout(() => (notice.textContent = ""), WARNING_TIME);
}

/** Somebody looks at a phone when it is the one in use, in a page that can be seen. */
function isRead(phone) {
  const looked = tabs.isWide ? inUse : tabs.selected;
  return phone === looked && document.visibilityState === "visible";
}

function use(phone) {
  inUse = phone;
  if (isRead(phone) && phone.unread) phone.read();
}

function showUnread() {
  tabs.showUnread();
  const unread = [...phones.values()].reduce((sum, phone) => sum + phone.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}Kamerbot uitproberen`;
}

function phoneOf(known) {
  if (!phones.has(known.key)) {
    const writers = known.isGroup ? [...phones.values()].filter((phone) => !phone.isGroup) : [];
    const phone = new Phone(known, writers, { calendar, now: () => clock.now(), isRead, changed: showUnread });
    phone.element.addEventListener("pointerdown", () => use(phone));
    phone.element.addEventListener("focusin", () => use(phone));
    main.append(phone.element);
    phones.set(known.key, phone);
    tabs.add(phone);
  }
  return phones.get(known.key);
}

async function load() {
  const state = await read("/tryout/state");
  calendar ??= new Calendar(state.zone);
  clock.set(state.now, calendar);
  for (const known of state.phones) phoneOf(known).show(known);
}

listen({
  hello: async () => {
    await load();
    if (notice.textContent === LOST) warn("");
  },
  line: ({ phone, line }) => phones.get(phone)?.hear(line),
  coming: ({ phone }) => phones.get(phone)?.expect(),
  clock: ({ now }) => clock.set(now, calendar),
  afresh: async () => {
    for (const phone of phones.values()) phone.forget();
    await load();
    tell("Alles is weer leeg.");
  },
}, () => warn(LOST, true));

document.addEventListener("visibilitychange", () => inUse && use(inUse));

const question = document.getElementById("afresh-question");
document.getElementById("afresh").addEventListener("click", () => {
  question.returnValue = "no";
  question.showModal();
});
question.addEventListener("close", async () => {
  if (question.returnValue !== "yes") return;
  main.ariaBusy = "true";
  tell("Even geduld. Alles wordt weer leeg.");
  try {
    await post("/tryout/afresh", {});
  } catch {
    warn("Dat lukte niet. Probeer het nog eens.");
  }
  main.ariaBusy = null;
});
