export interface Person {
  name: string;
  email: string;
}

/** One commit of a generated repository: its whole tree. */
export interface HistoryCommit {
  author: Person;
  date: Date;
  message: string;
  files: Readonly<Record<string, string>>;
  /** Annotated tags on this commit. */
  tags?: string[];
}

/** The people of the fictitious shop. */
export const PEOPLE = {
  ada: person('Ada Lindqvist', 'ada'),
  ines: person('Inès Moreau', 'ines'),
  jonas: person('Jonas Weber', 'jonas'),
  malik: person('Malik Haddad', 'malik'),
  noor: person('Noor Rahman', 'noor'),
  omar: person('Omar Diallo', 'omar'),
  rosa: person('Rosa Marchetti', 'rosa'),
} satisfies Record<string, Person>;

function person(name: string, account: string): Person {
  return { name, email: `${account}@tidewater.example` };
}
