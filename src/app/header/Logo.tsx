/** A small network, warm in, cool out. */
export function Logo() {
  return (
    <svg className="logo" width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <path d="M5 7 13 13M5 19 13 13M13 13 21 7M13 13 21 19M5 7 13 4M13 4 21 7M5 19 13 22M13 22 21 19" />
      <g className="logo-in">
        <circle cx="5" cy="7" r="2.6" />
        <circle cx="5" cy="19" r="2.6" />
      </g>
      <g className="logo-hidden">
        <circle cx="13" cy="4" r="2.4" />
        <circle cx="13" cy="22" r="2.4" />
      </g>
      <circle className="logo-heart" cx="13" cy="13" r="3" />
      <g className="logo-out">
        <circle cx="21" cy="7" r="2.6" />
        <circle cx="21" cy="19" r="2.6" />
      </g>
    </svg>
  );
}
