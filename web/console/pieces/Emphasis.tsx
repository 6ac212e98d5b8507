/** A sentence in which **some words** weigh more than the rest. */
export function Emphasis({ text }: { text: string }) {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}
