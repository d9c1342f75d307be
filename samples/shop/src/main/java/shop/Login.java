package shop;

import dev.aloft.Context;
import dev.aloft.HttpException;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;
import dev.aloft.PercentEncoding;
import dev.aloft.SetCookie;
import java.time.Duration;

/** Remembers the customer whose name a form sends, in a cookie. */
@HttpTrigger(method = "POST", path = "/login")
public final class Login implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request, Context context) {
        String customer = request.body()
                .form()
                .first("customer")
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> HttpException.badRequest("The form has no field customer."));
        SetCookie cookie = SetCookie.of("customer", PercentEncoding.encodeSegment(customer))
                .withPath("/")
                .withMaxAge(Duration.ofDays(30));
        return HttpResponse.seeOther("/").withCookie(cookie);
    }
}
