package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Cookie;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.LocalContext;
import dev.aloft.local.LocalHttp;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import org.junit.jupiter.api.Test;

@AloftTest({Login.class, Welcome.class})
@EveryProfile
class LoginTest {
    @Test
    void customerIsGreetedByNameAfterTheLogin(LocalHttp http) {
        HttpResponse login = http.post("/login").form("customer", "Zo\u00eb").send();

        Cookie cookie = login.cookies().get(0);
        HttpResponse welcome =
                http.request("GET", "/").cookie(cookie.name(), cookie.value()).send();

        assertThat(login.status()).isEqualTo(303);
        assertThat(welcome.text()).isEqualTo("Welcome to the shop, Zo\u00eb!\n");
    }

    @Test
    void loginWithoutNameIsRefused(LocalHttp http) {
        assertThat(http.post("/login").form("customer", " ").send().status()).isEqualTo(400);
    }

    @Test
    void handlerCanBeCalledDirectly() {
        HttpRequest request = HttpRequest.builder("GET", "/").build();

        HttpResponse response = new Welcome().handle(request, LocalContext.of("welcome"));

        assertThat(response.text()).isEqualTo("Welcome to the shop, stranger!\n");
    }
}
