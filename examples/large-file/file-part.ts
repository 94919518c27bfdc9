/** A range of bytes of a file that begins and ends with whole rows: what is read at a time, and named as a batch. */
export interface FilePart {
  /** The range as a text: the same part has the same name in every run and every worker, so it cannot be counted twice. */
  readonly id: string;
  readonly start: number;
  /** First byte behind the part. */
  readonly end: number;
  /** Line of the file, from 1, on which the part begins. */
  readonly line: number;
}
