import { Link } from 'react-router';

/** Sections of one menu group as a quiet segmented row beside the title. */
export function SectionNav({
  label,
  items,
}: {
  label: string;
  items: { to: string; text: string; on: boolean; count?: number }[];
}) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map(({ to, text, on, count }) => (
        <Link
          key={to}
          ref={on ? showPlace : undefined}
          to={to}
          className={on ? 'on' : undefined}
          aria-current={on ? 'page' : undefined}
        >
          {text}
          {count !== undefined && count > 0 && <i>{count}</i>}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the row is wider than the screen: where one is has to be seen. */
function showPlace(place: HTMLElement | null): void {
  const row = place?.parentElement;
  if (row) row.scrollLeft = place.offsetLeft + place.offsetWidth - row.offsetLeft - row.clientWidth + 12;
}
