/** Pictures of members and operators. */
export {
  checkPictureOf,
  deletePictures,
  findPictures,
  getPicture,
  listContentNames,
  listPictureIdsOf,
  openPicture,
  readPixels,
  storePicture,
  type NewPicture,
  type PicturePlace,
} from './picture.ts';
export { pictureLimits, type GreyPixels } from './encode.ts';
export { listFiles, restoreFile } from './folder.ts';
export { receivePicture } from './upload.ts';
export { newPictureShape } from './routes.ts';
export { lookAtPicture, mayReadFile, type MayReadFile, type PictureWatcher } from './slots.ts';
export type { Picture, Uploader } from './store.ts';
