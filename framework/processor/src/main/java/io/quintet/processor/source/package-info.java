/** What everything that writes Java sources needs: literals, and names for what it writes. */
package io.quintet.processor.source;
