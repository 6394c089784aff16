import * as tf from '../../engine/tf';

/** Where a filter goes over images, NHWC. */
export interface Windows {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly filterHeight: number;
  readonly filterWidth: number;
  readonly strideY: number;
  readonly strideX: number;
  /** Rows and columns of zeros before the image. */
  readonly top: number;
  readonly left: number;
  readonly outHeight: number;
  readonly outWidth: number;
}

/** A convolution of images with a filter [filterHeight, filterWidth, channels, outChannels]. */
export interface Convolution extends Windows {
  readonly outChannels: number;
  /** Of the result: [batch, outHeight, outWidth, outChannels]. */
  readonly shape: number[];
}

/** The arguments of an operation that goes over images. */
export type WindowArguments = [
  height: number,
  width: number,
  channels: number,
  filterHeight: number,
  filterWidth: number,
  strideY: number,
  strideX: number,
  top: number,
  left: number,
  outHeight: number,
  outWidth: number,
];

export const windowArguments = (windows: Windows): WindowArguments => [
  windows.height,
  windows.width,
  windows.channels,
  windows.filterHeight,
  windows.filterWidth,
  windows.strideY,
  windows.strideX,
  windows.top,
  windows.left,
  windows.outHeight,
  windows.outWidth,
];

type Conv2DInfo = tf.backend_util.Conv2DInfo;
type Pair = number | [number, number];

/** How tfjs describes a convolution, a depthwise one or a pooling; null where it is not one of ours. */
export function windowsOf(info: Conv2DInfo): Windows | null {
  if (info.dataFormat !== 'channelsLast' || info.dilationHeight !== 1 || info.dilationWidth !== 1) return null;
  return {
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    filterHeight: info.filterHeight,
    filterWidth: info.filterWidth,
    strideY: info.strideHeight,
    strideX: info.strideWidth,
    top: info.padInfo.top,
    left: info.padInfo.left,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
  };
}

export interface ConvolutionAttrs {
  readonly strides: Pair;
  readonly pad: tf.Conv2DAttrs['pad'];
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dilations?: Pair;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** What a convolution computes, or null where it is not one of ours: with dilation, or with channels first. */
export function convolutionOf(
  imageShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dataFormat, dilations = 1, dimRoundingMode }: ConvolutionAttrs,
): Convolution | null {
  const info = tf.backend_util.computeConv2DInfo(
    imageShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
    false,
    tf.backend_util.convertConv2DDataFormat(dataFormat),
  );
  const windows = windowsOf(info);
  return windows && { ...windows, outChannels: info.outChannels, shape: info.outShape };
}

/** Places of the filter. */
export const placesOf = ({ batch, outHeight, outWidth }: Windows): number => batch * outHeight * outWidth;

/** Values that the filter covers, padding included. */
export const coveredBy = ({ filterHeight, filterWidth, channels }: Windows): number =>
  filterHeight * filterWidth * channels;

/** Whether the images, as they lie in memory, are what unfolding them would give. */
export const isUnfolded = (windows: Windows): boolean =>
  placesOf(windows) * coveredBy(windows) === windows.batch * windows.height * windows.width * windows.channels &&
  windows.top === 0 &&
  windows.left === 0 &&
  (windows.filterHeight === 1 || windows.outHeight === 1) &&
  (windows.filterWidth === windows.width || (windows.filterHeight === 1 && windows.filterWidth === 1));
