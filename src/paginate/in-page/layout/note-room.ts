/**
 * Runs in the world that lays out. Paged.js takes the room of notes from a page's content twice: the box
 * inside inherits a height that is a share of what is around it, less the notes, as it was written. Lines
 * beside notes would be beyond the box that they are in, and shares of its height too small.
 */
const STYLES = ".pagedjs_page_content > div { height: 100% !important }";

export function takeNoteRoomOnce(): void {
  const style = document.createElement("style");
  style.textContent = STYLES;
  class NoteRoom extends window.Paged.Handler {
    afterParsed(): void {
      document.head.append(style);
    }
  }
  window.Paged.registeredHandlers.push(NoteRoom);
}
