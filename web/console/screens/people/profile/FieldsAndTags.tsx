import { FieldList } from './FieldList.tsx';
import { TagList } from './TagList.tsx';
import './profile.css';

/** What this community keeps of its people: its tags and its fields. */
export function FieldsAndTags() {
  return (
    <div className="kept">
      <TagList />
      <FieldList />
    </div>
  );
}
