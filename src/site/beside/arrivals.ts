/** What is awaited under a name until it arrives; names may arrive before or after somebody asks. */
export class Arrivals {
  readonly #doors = new Map<string, PromiseWithResolvers<void>>()
  #over = false

  #door(name: string): PromiseWithResolvers<void> {
    const door = this.#doors.get(name) ?? Promise.withResolvers<void>()
    this.#doors.set(name, door)
    if (this.#over) door.resolve()
    return door
  }

  /** Waits until a name has arrived, or nothing more will. */
  of(name: string): Promise<void> {
    return this.#door(name).promise
  }

  arrived(name: string): void {
    this.#door(name).resolve()
  }

  /** Says that nothing more will arrive: who waits need not. */
  end(): void {
    this.#over = true
    for (const door of this.#doors.values()) door.resolve()
  }
}
