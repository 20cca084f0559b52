/** What one message may hold on a platform; characters in UTF-16 units of what a reader sees. */
export interface MessageLimits {
  characters: number;
  /** Rendered pieces: Telegram's blocks, Discord's components. */
  blocks: number;
  buttonsPerRow: number;
  buttonRows: number;
  buttonLabel: number;
  /** Length of a text once it is rendered, where that is not its own length (Discord: escapes count). */
  renderedLength?(text: string): number;
}
