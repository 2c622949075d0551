package io.quintet.http;

/** The HTTP status codes by name, and their reason phrases. */
public final class Status {
  public static final int SWITCHING_PROTOCOLS = 101;
  public static final int OK = 200;
  public static final int CREATED = 201;
  public static final int ACCEPTED = 202;
  public static final int NO_CONTENT = 204;
  public static final int PARTIAL_CONTENT = 206;
  public static final int MOVED_PERMANENTLY = 301;
  public static final int FOUND = 302;
  public static final int SEE_OTHER = 303;
  public static final int NOT_MODIFIED = 304;
  public static final int TEMPORARY_REDIRECT = 307;
  public static final int PERMANENT_REDIRECT = 308;
  public static final int BAD_REQUEST = 400;
  public static final int UNAUTHORIZED = 401;
  public static final int FORBIDDEN = 403;
  public static final int NOT_FOUND = 404;
  public static final int METHOD_NOT_ALLOWED = 405;
  public static final int NOT_ACCEPTABLE = 406;
  public static final int REQUEST_TIMEOUT = 408;
  public static final int CONFLICT = 409;
  public static final int GONE = 410;
  public static final int PRECONDITION_FAILED = 412;
  public static final int PAYLOAD_TOO_LARGE = 413;
  public static final int UNSUPPORTED_MEDIA_TYPE = 415;
  public static final int RANGE_NOT_SATISFIABLE = 416;
  public static final int UNPROCESSABLE_CONTENT = 422;
  public static final int TOO_MANY_REQUESTS = 429;
  public static final int INTERNAL_SERVER_ERROR = 500;
  public static final int NOT_IMPLEMENTED = 501;
  public static final int SERVICE_UNAVAILABLE = 503;

  private Status() {}

  /**
   * The reason phrase of a code, such as {@code Not Found}; {@code Status 299} for a code without
   * one.
   */
  public static String reason(int code) {
    return switch (code) {
      case SWITCHING_PROTOCOLS -> "Switching Protocols";
      case OK -> "OK";
      case CREATED -> "Created";
      case ACCEPTED -> "Accepted";
      case NO_CONTENT -> "No Content";
      case PARTIAL_CONTENT -> "Partial Content";
      case MOVED_PERMANENTLY -> "Moved Permanently";
      case FOUND -> "Found";
      case SEE_OTHER -> "See Other";
      case NOT_MODIFIED -> "Not Modified";
      case TEMPORARY_REDIRECT -> "Temporary Redirect";
      case PERMANENT_REDIRECT -> "Permanent Redirect";
      case BAD_REQUEST -> "Bad Request";
      case UNAUTHORIZED -> "Unauthorized";
      case FORBIDDEN -> "Forbidden";
      case NOT_FOUND -> "Not Found";
      case METHOD_NOT_ALLOWED -> "Method Not Allowed";
      case NOT_ACCEPTABLE -> "Not Acceptable";
      case REQUEST_TIMEOUT -> "Request Timeout";
      case CONFLICT -> "Conflict";
      case GONE -> "Gone";
      case PRECONDITION_FAILED -> "Precondition Failed";
      case PAYLOAD_TOO_LARGE -> "Content Too Large";
      case UNSUPPORTED_MEDIA_TYPE -> "Unsupported Media Type";
      case RANGE_NOT_SATISFIABLE -> "Range Not Satisfiable";
      case UNPROCESSABLE_CONTENT -> "Unprocessable Content";
      case TOO_MANY_REQUESTS -> "Too Many Requests";
      case INTERNAL_SERVER_ERROR -> "Internal Server Error";
      case NOT_IMPLEMENTED -> "Not Implemented";
      case SERVICE_UNAVAILABLE -> "Service Unavailable";
      default -> "Status " + code;
    };
  }

  /** Whether a response of this status never has a body: 1xx, 204 and 304. */
  public static boolean isBodiless(int code) {
    return code < 200 || code == NO_CONTENT || code == NOT_MODIFIED;
  }
}
