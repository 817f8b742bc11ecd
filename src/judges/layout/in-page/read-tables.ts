/**
 * Runs in an isolated world of the paginated pages: reads where the tables of a page stand, and what
 * room they have. It judges nothing.
 */
import type { Table } from "../page-layout.ts";
import { edgesOf } from "./edges.ts";
import { roomOf } from "./room.ts";
import { refOf } from "./source-ref.ts";
import { clipOf, isSeen } from "./visibility.ts";

/** @param index of the page, from 0. A table in a cell of another makes that one wide. */
export function readTables(index: number): Table[] {
  const page = document.querySelectorAll(".pagedjs_page")[index];
  const tables = [...(page?.querySelectorAll<HTMLTableElement>("table") ?? [])];
  return tables.flatMap((table, at) => {
    // What a row leaves over at the foot of a page, the browser puts into a column beside it.
    const [onPage] = table.getClientRects();
    const isOuter = table.parentElement?.closest("table") === null;
    if (!isOuter || !isSeen(table) || onPage === undefined || onPage.width === 0) return [];
    const cells = [...(table.querySelector("tr")?.cells ?? [])];
    return [
      {
        element: table.localName,
        ref: refOf(table),
        name: table.dataset.ref ?? `page ${index + 1}, table ${at + 1}`,
        box: edgesOf(onPage),
        room: roomOf(table),
        clip: clipOf(table.parentElement),
        text: cells.map((cell) => cell.textContent.trim()).join(" "),
      },
    ];
  });
}
