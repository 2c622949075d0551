package io.quintet.rest.viewsets;

import io.quintet.rest.ApiRequest;
import io.quintet.rest.RestSettings;
import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.browsable.BrowsableRenderer;
import io.quintet.rest.negotiation.JsonRenderer;
import io.quintet.rest.negotiation.Parser;
import io.quintet.rest.negotiation.Parsers;
import io.quintet.rest.negotiation.Renderer;
import io.quintet.rest.negotiation.XmlRenderer;
import io.quintet.rest.permissions.Permission;
import io.quintet.rest.throttling.Throttle;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a view or view set: who may call, how often, in which formats. Each method may be
 * overridden; by default the settings of the site count.
 */
public abstract class Endpoint {
  /** For subclasses. */
  protected Endpoint() {}

  /** How clients prove who they are; the first decides between 401 and 403. */
  public List<Authentication> authentication() {
    return RestSettings.authentication();
  }

  /** Who may call; all rules must agree. */
  public List<Permission> permissions(ApiRequest request) {
    return RestSettings.permissions();
  }

  /** How often a client may call. */
  public List<Throttle> throttles(ApiRequest request) {
    return RestSettings.throttles();
  }

  /** The formats of answers; the first counts when the client has no wish. */
  public List<Renderer> renderers() {
    List<Renderer> found = new ArrayList<>();
    found.add(new JsonRenderer());
    if (RestSettings.isBrowsable()) {
      found.add(new BrowsableRenderer());
    }
    found.add(new XmlRenderer());
    return found;
  }

  /** The formats of bodies. */
  public List<Parser> parsers() {
    return Parsers.all();
  }

  /** Its name for people; by default the words of the class's name. */
  public String title() {
    String name = getClass().getSimpleName().replaceFirst("(ViewSet|View|Api)$", "");
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
  }

  /** A sentence about it, or empty. */
  public String description() {
    return "";
  }

  /**
   * Checks the rules for an object.
   *
   * @throws io.quintet.http.HttpError when the client may not touch it
   */
  protected final void checkObject(ApiRequest request, Object object) {
    Dispatcher.checkObject(this, request, object);
  }
}
