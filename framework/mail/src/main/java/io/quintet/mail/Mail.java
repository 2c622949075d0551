package io.quintet.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail. Immutable; made by a builder, which refuses whatever could smuggle in a header.
 *
 * <pre>{@code
 * Mail.to("ann@example.org")
 *     .subject("Your booking")
 *     .text(render("mail/booking.txt", context))
 *     .html(render("mail/booking.html", context))
 *     .send();
 * }</pre>
 */
public final class Mail {
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "from",
          "sender",
          "to",
          "cc",
          "bcc",
          "reply-to",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "return-path");

  private final @Nullable MailAddress from;
  private final List<MailAddress> to;
  private final List<MailAddress> cc;
  private final List<MailAddress> bcc;
  private final List<MailAddress> replyTo;
  private final String subject;
  private final @Nullable String text;
  private final @Nullable String html;
  private final List<Attachment> attachments;
  private final Map<String, String> headers;

  private Mail(Builder builder) {
    this.from = builder.from;
    this.to = List.copyOf(builder.to);
    this.cc = List.copyOf(builder.cc);
    this.bcc = List.copyOf(builder.bcc);
    this.replyTo = List.copyOf(builder.replyTo);
    this.subject = builder.subject;
    this.text = builder.text;
    this.html = builder.html;
    this.attachments = List.copyOf(builder.attachments);
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
  }

  /**
   * Begins a mail.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Begins a mail to someone.
   *
   * @param addresses each as in {@link MailAddress#parse}
   * @return a builder
   * @throws MailException if one is no address
   */
  public static Builder to(String... addresses) {
    return new Builder().to(addresses);
  }

  /**
   * Who sends it.
   *
   * @return the address; empty for {@code mail.default-from}
   */
  public Optional<MailAddress> from() {
    return Optional.ofNullable(from);
  }

  /**
   * Whom it is for.
   *
   * @return the addresses
   */
  public List<MailAddress> to() {
    return to;
  }

  /**
   * Who gets a copy.
   *
   * @return the addresses
   */
  public List<MailAddress> cc() {
    return cc;
  }

  /**
   * Who gets a copy without the others seeing it.
   *
   * @return the addresses
   */
  public List<MailAddress> bcc() {
    return bcc;
  }

  /**
   * Everyone it goes to.
   *
   * @return to, cc and bcc
   */
  public List<MailAddress> recipients() {
    return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
  }

  /**
   * Where answers go.
   *
   * @return the addresses; empty for the sender
   */
  public List<MailAddress> replyTo() {
    return replyTo;
  }

  /**
   * The subject.
   *
   * @return one line
   */
  public String subject() {
    return subject;
  }

  /**
   * The body as plain text.
   *
   * @return the text; empty if the mail is HTML only
   */
  public String text() {
    return text == null ? "" : text;
  }

  /**
   * The body as HTML.
   *
   * @return the HTML, if there is one
   */
  public Optional<String> html() {
    return Optional.ofNullable(html);
  }

  /**
   * The files that go with it.
   *
   * @return the attachments
   */
  public List<Attachment> attachments() {
    return attachments;
  }

  /**
   * Further headers.
   *
   * @return names and values in their order
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * Sends it with the current site's mailer.
   *
   * @throws MailException if it could not be handed over
   */
  public void send() {
    Mailer.current().send(this);
  }

  /**
   * Begins a mail like this one.
   *
   * @return a builder with everything this mail has
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.from = from;
    builder.to.addAll(to);
    builder.cc.addAll(cc);
    builder.bcc.addAll(bcc);
    builder.replyTo.addAll(replyTo);
    builder.subject = subject;
    builder.text = text;
    builder.html = html;
    builder.attachments.addAll(attachments);
    builder.headers.putAll(headers);
    return builder;
  }

  @Override
  public String toString() {
    return "Mail[\"" + subject + "\" to " + to + "]";
  }

  /** Collects what a mail is made of. */
  public static final class Builder {
    private @Nullable MailAddress from;
    private final List<MailAddress> to = new ArrayList<>();
    private final List<MailAddress> cc = new ArrayList<>();
    private final List<MailAddress> bcc = new ArrayList<>();
    private final List<MailAddress> replyTo = new ArrayList<>();
    private String subject = "";
    private @Nullable String text;
    private @Nullable String html;
    private final List<Attachment> attachments = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Who sends it; {@code mail.default-from} if not said.
     *
     * @param address as in {@link MailAddress#parse}
     * @return this builder
     * @throws MailException if it is no address
     */
    public Builder from(String address) {
      return from(MailAddress.parse(address));
    }

    /**
     * Who sends it.
     *
     * @param address the address
     * @return this builder
     */
    public Builder from(MailAddress address) {
      from = address;
      return this;
    }

    /**
     * Adds people it is for.
     *
     * @param addresses each as in {@link MailAddress#parse}
     * @return this builder
     * @throws MailException if one is no address
     */
    public Builder to(String... addresses) {
      return add(to, addresses);
    }

    /**
     * Adds people who get a copy.
     *
     * @param addresses each as in {@link MailAddress#parse}
     * @return this builder
     * @throws MailException if one is no address
     */
    public Builder cc(String... addresses) {
      return add(cc, addresses);
    }

    /**
     * Adds people who get a copy without the others seeing it.
     *
     * @param addresses each as in {@link MailAddress#parse}
     * @return this builder
     * @throws MailException if one is no address
     */
    public Builder bcc(String... addresses) {
      return add(bcc, addresses);
    }

    /**
     * Adds addresses that answers go to.
     *
     * @param addresses each as in {@link MailAddress#parse}
     * @return this builder
     * @throws MailException if one is no address
     */
    public Builder replyTo(String... addresses) {
      return add(replyTo, addresses);
    }

    private Builder add(List<MailAddress> list, String... addresses) {
      for (String address : addresses) {
        list.add(MailAddress.parse(address));
      }
      return this;
    }

    /**
     * The subject.
     *
     * @param line one line, in any script
     * @return this builder
     * @throws MailException if it holds a line break
     */
    public Builder subject(String line) {
      subject = HeaderText.require("The subject", line);
      return this;
    }

    /**
     * The body as plain text. With {@link #html} too, the reader's program shows the one it can.
     *
     * @param body the text
     * @return this builder
     */
    public Builder text(String body) {
      text = body;
      return this;
    }

    /**
     * The body as HTML.
     *
     * @param body a whole document
     * @return this builder
     */
    public Builder html(String body) {
      html = body;
      return this;
    }

    /**
     * Adds a file.
     *
     * @param fileName the name it is saved under
     * @param contentType such as {@code application/pdf}
     * @param content the bytes
     * @return this builder
     * @throws MailException if name or type are not usable
     */
    public Builder attach(String fileName, String contentType, byte[] content) {
      attachments.add(new Attachment(fileName, contentType, content));
      return this;
    }

    /**
     * Sets a further header, such as {@code List-Unsubscribe}.
     *
     * @param name the header's name
     * @param value one line, in any script
     * @return this builder
     * @throws MailException if the name is none or is set another way, or the value holds a line
     *     break
     */
    public Builder header(String name, String value) {
      boolean token = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127 && c != ':');
      if (!token) {
        throw new MailException(
            "\"%s\" is no header name: only visible ASCII characters without a colon are allowed"
                .formatted(HeaderText.printable(name)));
      }
      String lower = name.toLowerCase(Locale.ROOT);
      if (OWN_HEADERS.contains(lower) || lower.startsWith("content-")) {
        throw new MailException(
            "The header %s is written by the mail itself; use the builder's own methods"
                .formatted(name));
      }
      headers.put(name, HeaderText.require("The header " + name, value));
      return this;
    }

    /**
     * The mail.
     *
     * @return the mail
     * @throws MailException if it goes to nobody, or has neither text nor HTML
     */
    public Mail build() {
      if (to.isEmpty() && cc.isEmpty() && bcc.isEmpty()) {
        throw new MailException(
            "The mail \"%s\" goes to nobody; add to(...), cc(...) or bcc(...)"
                .formatted(HeaderText.printable(subject)));
      }
      if (text == null && html == null) {
        throw new MailException(
            "The mail \"%s\" has no body; add text(...) or html(...)"
                .formatted(HeaderText.printable(subject)));
      }
      return new Mail(this);
    }

    /**
     * Builds the mail and sends it with the current site's mailer.
     *
     * @throws MailException if it is incomplete or could not be handed over
     */
    public void send() {
      build().send();
    }
  }
}
