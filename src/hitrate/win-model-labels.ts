/** Words for what a model of wins names itself; keys and their values keep the names that the book gives them. */
export interface WinModelLabels {
  /** Features that are no keys. */
  readonly features: Readonly<Record<"customer" | "value" | "submittedMonth", string>>;
  /** Levels that no offer carries by name. */
  readonly levels: Readonly<Record<"(other)" | "(missing)", string>>;
}
