/** Pictures of members and operators. */
export {
  checkPictureOf,
  deletePictures,
  findPictures,
  getPicture,
  listPictureIdsOf,
  openPicture,
  storePicture,
  type NewPicture,
  type PicturePlace,
} from './picture.ts';
export { pictureLimits } from './encode.ts';
export { listFiles, restoreFile } from './folder.ts';
export { receivePicture } from './upload.ts';
export { newPictureShape } from './routes.ts';
export { mayReadFile, type MayReadFile } from './slots.ts';
export type { Picture, Uploader } from './store.ts';
