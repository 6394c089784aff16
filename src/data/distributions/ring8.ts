import { mixture } from './mixture';

const count = 8;
const radius = 2;

/**
 * Eight narrow modes on a circle, the usual test of mode collapse: radius 2 and deviation 0.02 as in Metz, Poole,
 * Pfau, Sohl-Dickstein, "Unrolled Generative Adversarial Networks", ICLR 2017, appendix A. VEEGAN (Srivastava et al.
 * 2017) and PacGAN (Lin et al. 2018) have radius 1 and deviation 0.01, the same up to scale.
 */
export const ring8 = mixture({
  id: 'ring8',
  coordinates: ['x', 'y'],
  extent: 3,
  centres: Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }),
  deviation: 0.02,
});
