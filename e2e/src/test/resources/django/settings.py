# The settings of the Django site of the tests; the environment says which database it has.
import os

SECRET_KEY = os.environ["SITE_KEY"]
DEBUG = True
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "library",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers." + name
    for name in (
        "PBKDF2PasswordHasher",
        "PBKDF2SHA1PasswordHasher",
        "Argon2PasswordHasher",
        "BCryptSHA256PasswordHasher",
        "BCryptPasswordHasher",
        "ScryptPasswordHasher",
        "MD5PasswordHasher",
    )
]
_engine = os.environ["SITE_ENGINE"]
_name = os.environ["SITE_DATABASE"]
if _engine == "sqlite3":
    _database = {"NAME": _name}
elif _engine == "postgresql":
    _database = {
        "NAME": "test",
        "USER": "postgres",
        "HOST": "127.0.0.1",
        "OPTIONS": {"options": "-c search_path=" + _name},
    }
else:
    import pymysql

    pymysql.install_as_MySQLdb()
    _database = {"NAME": _name, "USER": "root", "HOST": "127.0.0.1"}
DATABASES = {"default": {"ENGINE": "django.db.backends." + _engine, **_database}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
