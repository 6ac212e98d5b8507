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
        <Link key={to} to={to} className={on ? 'on' : undefined} aria-current={on ? 'page' : undefined}>
          {text}
          {count !== undefined && count > 0 && <i>{count}</i>}
        </Link>
      ))}
    </nav>
  );
}
