/** Added to the variance in layer normalization, so that nothing is divided by 0. */
export const layerNormEpsilon = 1e-5;
