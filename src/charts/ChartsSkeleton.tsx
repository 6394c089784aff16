import { useMessages } from '../i18n/useMessages';

/** Stands where the charts will be, as high as they will be. */
export function ChartsSkeleton() {
  const { charts: words } = useMessages();
  return (
    <div className="charts-skeleton">
      <svg viewBox="0 0 340 150" preserveAspectRatio="none" aria-hidden="true">
        {[20, 55, 90, 125].map((y) => (
          <path key={y} d={`M0 ${y}H340`} />
        ))}
        <path d="M0 18C60 95 130 116 340 124" className="charts-skeleton-line" />
        <path d="M0 12C70 80 140 100 340 108" className="charts-skeleton-line" strokeDasharray="5 4" />
      </svg>
      <p>{words.empty}</p>
    </div>
  );
}
