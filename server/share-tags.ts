import type { ShareTags } from './platform/http/share-tags.ts';

/** Share tags of the member pages; join links are described by `people`. */
export const joinShareTags: ShareTags = async () => '';
