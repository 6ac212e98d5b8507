import { describeJoinPage } from './people/index.ts';
import type { ShareTags } from './platform/http/share-tags.ts';

/** Share tags of the member pages: what a chat shows of a link before anybody opens it. */
export const shareTags: ShareTags = describeJoinPage;
