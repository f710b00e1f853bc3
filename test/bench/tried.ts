/** What was tried beyond what is there: what paid, what did not, and why. Markdown, without figures. */
export const TRIED = [
  '- **Parking sooner after a long silence** paid: nearly all that was billed and not spoken was the silence before parking, once a session. Where a silence was twice what is set, the next one is not waited out; where that was wrong, the one after it is again. No word is lost by it; where it is wrong, the first words after the silence are shown as late as a session takes to begin.',
  '- **One thread for small models** paid: the engine’s second thread waits awake for the next piece, and the test’s model took several times the CPU for the same words. Models that people download are large, and keep two.',
  '- **sox opening its device at the rate that is sent**, 20 ms at a time, paid: its resampler and the pieces of 48 kHz were most of what it was later than parec. sox stays the first recorder although parec is still a little ahead (`docs/audio.md` §2): it exists on every system, the two are less than a message apart, and parec is tried next.',
  '- **Messages of 100 ms in µ-law** would bring the upload’s surplus, which is the same bytes of TLS and WebSocket around each message, under what is wanted. Not done: each word would be later by up to 50 ms, to save what is less than a hundredth of what the encoding saves.',
  '- **The level along with words**, and words in the status bar less often where they stand in the editor too, paid: for each change of the item VS Code reads its tooltip’s Markdown anew and sends all of it, which is more than all else that a partial costs.',
  '- **Giving the window its turn by time and not by characters** paid at many carets: a timer after each of them came before the words, with whatever else waited there.',
  '- **Opus** was not tried: Node has no encoder, and one in WebAssembly is larger than this whole extension.',
  '- **DNS and TLS before the key press** were not tried: a connection that is open and no session is nothing the service documents, and idle connections would be held for people who do not dictate. Recording does not wait for either.',
  '- **Shorter messages than 50 ms** are refused by the service; the recorder hands over 20 ms at a time, and a message goes as soon as its 50 ms are there.',
].join('\n');
