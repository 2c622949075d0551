package io.quintet.http.internal;

import io.quintet.http.Body;
import io.quintet.http.Headers;

/**
 * A response as it goes over the wire.
 *
 * @param status the status code
 * @param headers all of them, cookies and length included
 * @param body what to write, if the length is not 0
 * @param length the bytes to write; -1 if not known
 */
public record FinalResponse(int status, Headers headers, Body body, long length) {}
