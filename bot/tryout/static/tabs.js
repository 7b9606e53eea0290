// On a narrow screen one phone at a time, with tabs; on a wide one all of them side by side.

const WIDE = matchMedia("(min-width: 80rem)");

export class Tabs {
  #list = document.getElementById("tabs");
  #tabs = new Map();
  #phones = [];
  #opened;
  selected = null;

  /** `opened(phone)` is told which phone a person turns to. */
  constructor(opened) {
    this.#opened = opened;
    WIDE.addEventListener("change", () => this.#arrange());
    this.#list.addEventListener("keydown", (event) => this.#walk(event));
  }

  get isWide() {
    return WIDE.matches;
  }

  add(phone) {
    const tab = document.getElementById("tab-template").content.firstElementChild.cloneNode(true);
    tab.querySelector(".avatar").textContent = phone.person[0];
    tab.querySelector(".tab-person").textContent = phone.person;
    tab.querySelector(".role").textContent = phone.role;
    tab.setAttribute("aria-controls", phone.key);
    tab.addEventListener("click", () => this.select(phone));
    this.#list.append(tab);
    this.#tabs.set(phone, tab);
    this.#phones.push(phone);
    this.selected ??= phone;
    this.#arrange();
  }

  select(phone) {
    this.selected = phone;
    this.#arrange();
    this.#opened(phone);
  }

  /** Shows on each tab how much is unread. */
  showUnread() {
    for (const [phone, tab] of this.#tabs) {
      const badge = tab.querySelector(".badge");
      badge.hidden = phone.unread === 0;
      badge.querySelector(".badge-count").textContent = phone.unread;
    }
  }

  #arrange() {
    this.#list.hidden = this.isWide;
    for (const [phone, tab] of this.#tabs) {
      const isSelected = phone === this.selected;
      tab.ariaSelected = `${isSelected}`;
      tab.tabIndex = isSelected ? 0 : -1;
      phone.element.role = this.isWide ? "region" : "tabpanel";
      phone.element.hidden = !this.isWide && !isSelected;
    }
  }

  #walk(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const phone = this.#phones.at((this.#phones.indexOf(this.selected) + step) % this.#phones.length);
    this.select(phone);
    this.#tabs.get(phone).focus();
  }
}
