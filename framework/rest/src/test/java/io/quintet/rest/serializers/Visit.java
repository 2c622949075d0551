package io.quintet.rest.serializers;

import io.quintet.rest.shop.Restock;
import io.quintet.rest.shop.Status;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of everything that JSON can carry. */
@Serializes(naming = Naming.SNAKE_CASE)
public record Visit(
    @NotBlank @Size(max = 5) String name,
    @Email String mail,
    boolean paid,
    @Nullable BigDecimal price,
    double weight,
    LocalDate day,
    LocalTime time,
    Instant startedAt,
    Duration length,
    UUID code,
    Status status,
    @WriteOnly String secret,
    List<Integer> marks,
    Restock restock,
    List<Restock> more,
    @NotRequired @Nullable Map<String, @Nullable Object> extra) {}
