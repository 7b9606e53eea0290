// Moments in words, in the zone of the room.

export class Calendar {
  #time;
  #day;
  #dayWithYear;
  #shortDay;
  #year;

  constructor(zone) {
    const format = (options) => new Intl.DateTimeFormat("nl-NL", { timeZone: zone, ...options });
    const day = { weekday: "long", day: "numeric", month: "long" };
    this.#time = format({ hour: "2-digit", minute: "2-digit" });
    this.#day = format(day);
    this.#dayWithYear = format({ ...day, year: "numeric" });
    this.#shortDay = format({ weekday: "short", day: "numeric", month: "short" });
    this.#year = format({ year: "numeric" });
  }

  /** "20:15" */
  time(moment) {
    return this.#time.format(moment);
  }

  /** "donderdag 12 november", with the year if it is another one than now's. */
  day(moment, now) {
    const sameYear = this.#year.format(moment) === this.#year.format(now);
    return (sameYear ? this.#day : this.#dayWithYear).format(moment);
  }

  /** "do 12 nov" */
  shortDay(moment) {
    return this.#shortDay.format(moment);
  }

  /** "donderdag 12 november 2026" */
  date(moment) {
    return this.#dayWithYear.format(moment);
  }
}
