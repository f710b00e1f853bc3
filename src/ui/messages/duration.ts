/** `m:ss`, from an hour on `h:mm:ss`. */
export function duration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(total / 60);
  const hours = Math.floor(minutes / 60);
  const two = (n: number): string => String(n).padStart(2, '0');
  const mmss = `${hours === 0 ? String(minutes) : two(minutes % 60)}:${two(total % 60)}`;
  return hours === 0 ? mmss : `${String(hours)}:${mmss}`;
}
