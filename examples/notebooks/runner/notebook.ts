/** A notebook as its file says it (nbformat 4.5), as far as it is looked at here. */
export interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec?: unknown };
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly id: string;
  readonly cell_type: string;
  /** Lines, each with its line break. */
  readonly source: readonly string[];
  /** Only cells of code have outputs, and a number once they have run. */
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

export interface Output {
  readonly output_type: string;
  /** By MIME type. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Of an error. */
  readonly ename?: string;
  readonly evalue?: string;
}

/** Whether a cell is one of code. */
export function isCode({ cell_type }: Cell): boolean {
  return cell_type === "code";
}
