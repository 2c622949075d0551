package io.quintet.http;

/**
 * Who is at the other end, and how they came.
 *
 * @param scheme http or https
 * @param host the host with its port, as the client named it
 * @param address the client's IP address
 */
record Peer(String scheme, String host, String address) {}
